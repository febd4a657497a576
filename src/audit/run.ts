import { fileChecks } from './checks/index.ts';
import type { Outcome } from './outcome.ts';
import { readSite, type Site } from './site.ts';

export interface AuditOptions {
  /** Folder of the built site. */
  readonly dir: string;
  readonly checks: readonly string[];
  /** Path of the one page to look at; else all. */
  readonly url?: string | undefined;
  /** How often Lighthouse measures each page. */
  readonly runs: number;
  readonly onProgress: (message: string) => void;
}

/** Every check, in the order in which they run. */
export const checkNames: readonly string[] = [...Object.keys(fileChecks)];

/** Holds a built site against the bars. @throws Error when there is no site in the folder */
export async function audit({ dir, checks, url, onProgress }: AuditOptions): Promise<Outcome[]> {
  const site = narrow(await readSite(dir), url);
  const outcomes: Outcome[] = [];
  for (const [name, check] of Object.entries(fileChecks)) {
    if (!checks.includes(name)) continue;
    onProgress(`${name}…`);
    outcomes.push(...(await check(site)));
  }
  return outcomes;
}

const narrow = (site: Site, url: string | undefined): Site =>
  url === undefined ? site : { ...site, pages: site.pages.filter(({ path }) => path === url) };
