import { z } from 'zod';

/** What a published site says of itself. */
export interface PublishedSite {
  /** The commit of main that it shows; undefined: it does not say. */
  readonly commit: string | undefined;
  /** When a post that waited for its date is due; null: none waits. */
  readonly nextDate: string | null;
}

/** In a built site: which commit it shows. */
export const releaseFile = 'admin/release.json';

const releaseSchema = z.object({ commit: z.string() });
const settingsSchema = z.object({ nextDate: z.iso.datetime().nullable() });

/** A site that does not answer in time is taken for one that is not there, milliseconds. */
const limit = 30_000;

/**
 * Asks a published site what it shows. Undefined: it is not there, or is not a site of this program.
 * @param url of the site, as its settings have it
 */
export async function readPublished(url: string): Promise<PublishedSite | undefined> {
  const read = async (name: string): Promise<unknown> => {
    // Past the caches of a content network.
    const address = new URL(`/${name}?${String(Date.now())}`, url);
    const response = await fetch(address, { signal: AbortSignal.timeout(limit), cache: 'no-store' });
    return response.ok ? response.json() : undefined;
  };
  try {
    const [release, settings] = await Promise.all([read(releaseFile), read('admin/config.json')]);
    const { nextDate } = settingsSchema.parse(settings);
    return { commit: releaseSchema.safeParse(release).data?.commit, nextDate };
  } catch (error) {
    if (isExpected(error)) return undefined;
    throw error;
  }
}

/** No connection, no answer in time, no JSON, other JSON. */
const isExpected = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof SyntaxError ||
  error instanceof z.ZodError ||
  (error instanceof Error && error.name === 'TimeoutError');

/** Why a site has to be built again, or undefined. @param main its newest commit */
export function toReason(site: PublishedSite | undefined, main: string, now: Date): string | undefined {
  if (site === undefined) return 'the site is not there yet, or does not answer';
  if (site.commit !== main) return `the site shows ${site.commit ?? 'an unknown commit'}, main is ${main}`;
  if (site.nextDate !== null && Date.parse(site.nextDate) <= now.getTime())
    return `a post is due since ${site.nextDate}`;
  return undefined;
}
