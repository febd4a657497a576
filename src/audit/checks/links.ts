import type { Element } from 'hast';
import { findAll, getAttribute } from '../html.ts';
import { type Failure, judgeNone, type Outcome } from '../outcome.ts';
import { type Page, readText, type Site, toPath } from '../site.ts';

const addressAttributes = ['href', 'src', 'action', 'poster', 'data', 'cite'];
const candidateAttributes = ['srcSet', 'imageSrcSet'];

/** Judges that every address of the site itself, in its pages, feeds and sitemaps, leads to a file and a place in it. */
export async function checkLinks(site: Site): Promise<Outcome[]> {
  const documents = await Promise.all(
    site.files
      .filter((file) => /\.(?:xml|json|txt)$/u.test(file) || file === '_redirects')
      .map(async (file) => ({ file, text: await readText(site, file) })),
  );
  return judgeLinks(site, documents);
}

export interface TextDocument {
  readonly file: string;
  readonly text: string;
}

/** @param documents feeds, sitemaps, robots.txt and _redirects */
export function judgeLinks(
  site: Pick<Site, 'files' | 'pages' | 'origin'>,
  documents: readonly TextDocument[],
): Outcome[] {
  const targets = new Map<string, Page | undefined>(site.files.map((file) => [toPath(file), undefined]));
  for (const page of site.pages) targets.set(page.path, page);
  const ids = new Map<Page, ReadonlySet<string>>();
  const failures: Failure[] = [];

  const follow = (where: string, address: string, base: string): void => {
    const url = URL.parse(address, base);
    if (url === null) failures.push({ where, message: `${address} is no address.` });
    if (url === null || (url.origin !== localOrigin && url.origin !== site.origin)) return;
    const pathname = url.pathname.replaceAll(/%[\da-f]{2}/giu, (escape) => escape.toUpperCase());
    if (pathname.startsWith('/admin/')) return;
    if (!targets.has(pathname)) {
      failures.push({ where, message: `${address} leads nowhere.` });
      return;
    }
    const page = targets.get(pathname);
    if (page === undefined || url.hash === '' || url.hash.startsWith('#:~:')) return;
    if (!ids.has(page)) ids.set(page, findIds(page));
    if (ids.get(page)?.has(decodeURIComponent(url.hash.slice(1))) !== true)
      failures.push({ where, message: `${address} leads to no place in the page.` });
  };

  for (const { path, tree } of site.pages) {
    // The page «not found» is shown at any address: what it names has to hold everywhere.
    const base = `${localOrigin}${path}`;
    for (const address of findAll(tree, () => true).flatMap(findAddresses)) follow(path, address, base);
  }
  for (const { file, text } of documents)
    for (const address of findDocumentAddresses(site.origin, file, text))
      follow(`/${file}`, address, localOrigin);
  return [
    judgeNone(
      'Internal links and anchors lead somewhere',
      site.pages.length + documents.length,
      unique(failures),
    ),
  ];
}

/** Stands for the host of the site in relative addresses. */
const localOrigin = 'http://site.invalid';

function findAddresses(element: Element): string[] {
  const single = addressAttributes.flatMap((name) => getAttribute(element, name) ?? []);
  const candidates = candidateAttributes
    .flatMap((name) => getAttribute(element, name) ?? [])
    .flatMap((list) => list.split(/,\s+/u).map((candidate) => candidate.trim().split(/\s+/u)[0] ?? ''));
  const isImageAddress = /^(?:og|twitter):(?:image|url)(?:$|:url$|:secure_url$)/u.test(
    getAttribute(element, 'property') ?? getAttribute(element, 'name') ?? '',
  );
  const content = element.tagName === 'meta' && isImageAddress ? getAttribute(element, 'content') : undefined;
  return [...single, ...candidates, ...(content === undefined ? [] : [content])];
}

function findIds({ tree }: Page): ReadonlySet<string> {
  return new Set([
    'top',
    '',
    ...findAll(tree, () => true).flatMap((element) => getAttribute(element, 'id') ?? []),
  ]);
}

/** Addresses of the site in a text; of `_redirects`, the targets. */
function findDocumentAddresses(origin: string | undefined, file: string, text: string): string[] {
  if (file === '_redirects')
    return text
      .split('\n')
      .filter((line) => line.startsWith('/'))
      .flatMap((line) => line.trim().split(/\s+/u)[1] ?? [])
      .filter((target) => !target.includes(':'));
  if (origin === undefined) return [];
  const start = origin.replaceAll('.', String.raw`\.`);
  return [...text.matchAll(new RegExp(`${start}[^\\s"'<>\\\\)\\]]*`, 'gu'))].map(([address]) =>
    address
      .replaceAll('&amp;', '&')
      .replaceAll('&#x26;', '&')
      .replace(/&(?:quot|lt|gt|#).*$/u, ''),
  );
}

const unique = (failures: readonly Failure[]): Failure[] => [
  ...new Map(failures.map((failure) => [`${failure.where} ${failure.message}`, failure])).values(),
];
