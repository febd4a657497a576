import { collections, EntryError } from '../../content-schema/index.ts';
import type { Repository } from '../git/index.ts';
import { VariantCache } from '../images/variant-cache.ts';
import type { Caller, PreviewContext, Renderer } from '../on-demand/index.ts';
import {
  type ChangedEntry,
  type EntryView,
  listChanged,
  readEntryView,
  readTitle,
} from './preview-entries.ts';
import { messages } from './preview-messages.ts';
import { previewPath, respond } from './preview.ts';
import type { PullSource } from './preview-source.ts';

export interface PullPreviewOptions {
  readonly repository: Repository;
  readonly source: PullSource;
  readonly renderer: Pick<Renderer, 'render'>;
  /** What the published site shows on every page; undefined before the first release. */
  readonly readContext: () => Promise<PreviewContext | undefined>;
  /** Folder that keeps derived images. */
  readonly imagesDir: string;
}

/** Entries that were looked at last keep what was read of them. */
const kept = 50;

/** More entries than this are for the reviewer's page. */
const mostListed = 100;

const address = new RegExp(`^${previewPath}/pr/(?<number>[1-9]\\d{0,8})(?:/(?<image>[^/]+))?/?$`, 'u');

/**
 * Answers `GET /preview/pr/<number>` with the page of what a pull request changes, as it is at its head, and images
 * below it. `?entrada=` names one of several entries by its path.
 */
export function createPullPreview({
  repository,
  source,
  renderer,
  readContext,
  imagesDir,
}: PullPreviewOptions): (request: Request, caller?: Caller) => Promise<Response> {
  const images = new VariantCache(imagesDir);
  const views = new Map<string, Promise<EntryView>>();

  /** What is read of a commit never changes. */
  const readView = (number: string, head: string, entry: ChangedEntry): Promise<EntryView> => {
    const key = `${number} ${head} ${entry.path}`;
    const toAddress = (name: string): string =>
      `${previewPath}/pr/${number}/${name}?head=${head}&entrada=${encodeURIComponent(entry.path)}`;
    const view = views.get(key) ?? readEntryView(repository, head, entry, toAddress);
    views.delete(key);
    views.set(key, view);
    view.catch(() => views.delete(key));
    const [oldest] = views.keys();
    if (views.size > kept && oldest !== undefined) views.delete(oldest);
    return view;
  };

  return async (request, caller) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
    const context = await readContext();
    if (context === undefined) return respondText(503, messages.notReady);
    const say = async (status: number, values: Message, notice?: string): Promise<Response> => {
      const html = await renderer.render(
        { collection: 'pages', id: 'solicitud', values: { ...values }, context, framed: false, notice },
        caller,
      );
      return respond(html, { status });
    };
    const url = new URL(request.url);
    const { number = '', image } = address.exec(url.pathname)?.groups ?? {};
    const head =
      number === '' ? undefined : await source.findHead(Number(number), url.searchParams.get('head'));
    if (head === 'busy') return respondText(429, messages.tooMuch, { 'Retry-After': '10' });
    const changed = head === undefined ? undefined : await listChanged(repository, head);
    if (head === undefined) return say(404, messages.noPull);
    const pull = Number(number);
    if (changed === undefined) return say(200, messages.published(pull));
    const shown = changed.filter(({ isRemoved }) => !isRemoved);
    const wanted = url.searchParams.get('entrada');
    const entry =
      wanted === null && shown.length === 1 ? shown[0] : shown.find(({ path }) => path === wanted);
    if (entry === undefined) {
      if (wanted !== null || image !== undefined) return say(404, messages.noPull);
      const listed = await Promise.all(
        changed.slice(0, mostListed).map(async (one) => ({
          ...one,
          title: await readTitle(repository, one),
          singular: collections[one.collection].singular,
        })),
      );
      const query = toQuery(url.searchParams.get('head'));
      return say(200, messages.list(listed, changed.length - listed.length, query), messages.draft(pull));
    }
    try {
      const view = await readView(number, head, entry);
      if (image !== undefined) {
        if (!view.images.has(image)) return await say(404, messages.noPull);
        const type = image.endsWith('.webp') ? 'image/webp' : 'image/jpeg';
        return respond(new Uint8Array(await images.get(image, repository)), { type });
      }
      const { collection, id } = entry;
      const { values, assets } = view;
      const notice = messages.draft(pull);
      return respond(
        await renderer.render({ collection, id, values, context, assets, framed: false, notice }, caller),
      );
    } catch (error) {
      if (!(error instanceof EntryError)) throw error;
      return say(200, messages.broken(error.findings.map(({ message }) => message)), messages.draft(pull));
    }
  };
}

/** An entry by which people know it. */
export interface ListedEntry extends Pick<ChangedEntry, 'path' | 'isRemoved'> {
  readonly title: string;
  /** What it is one of, in the words of the forms. */
  readonly singular: string;
}

/** A page of the site that says something instead of an entry. Title and description are text, the body Markdown. */
export interface Message {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

const toQuery = (head: string | null): string => (head === null ? '' : `head=${encodeURIComponent(head)}&`);

const respondText = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  respond(`${text}\n`, { status, type: 'text/plain; charset=utf-8', headers });
