import { fetchCard, fetchPreview } from '../../browser/page-frame/fetch-preview.ts';
import type { PreviewFailure, PreviewRequest } from '../../browser/page-frame/preview-request.ts';

/** What a messenger reads of a page, and its picture unless that could not be drawn. */
export interface Link {
  readonly title: string;
  readonly description: string;
  readonly host: string;
  readonly picture: Blob | undefined;
  /** Seconds after which the picture may be asked for again. */
  readonly retryAfter?: number;
}

/** What a messenger would show with the link of an entry: it reads the head of the page. */
export async function fetchLink(
  request: PreviewRequest,
  signal: AbortSignal,
): Promise<Link | PreviewFailure> {
  const [page, picture] = await Promise.all([fetchPreview(request, signal), fetchCard(request, signal)]);
  if (!('html' in page)) return page;
  const link = readHead(page.html);
  if (picture instanceof Blob) return { ...link, picture };
  const { retryAfter } = picture;
  return { ...link, picture: undefined, ...(retryAfter !== undefined && { retryAfter }) };
}

function readHead(html: string): Omit<Link, 'picture' | 'retryAfter'> {
  const { head } = new DOMParser().parseFromString(html, 'text/html');
  const read = (property: string): string =>
    head.querySelector(`meta[property="og:${property}"]`)?.getAttribute('content') ?? '';
  const url = read('url');
  return {
    title: read('title'),
    description: read('description'),
    host: URL.canParse(url) ? new URL(url).host.replace(/^www\./u, '') : location.host,
  };
}
