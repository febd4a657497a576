import type { Browser, Request } from '@playwright/test';
import { budgets } from '../budgets.ts';
import { type Failure, judgeMost, judgeNone, type Outcome } from '../outcome.ts';
import type { Page } from '../site.ts';

/** A request that a page made. */
interface PageRequest {
  readonly url: string;
  /** As the browser calls it: `document`, `image`, `script`, `font`, `fetch`… */
  readonly type: string;
  /** Of its body as it came over the line. */
  readonly bytes: number;
}

/** What a page did when it was opened and read to its end. */
export interface PageVisit {
  readonly path: string;
  readonly kind: Page['kind'];
  readonly requests: readonly PageRequest[];
  /** Errors and refusals (CSP) that the browser's console shows. */
  readonly errors: readonly string[];
}

/** Opens each page on a phone and scrolls to its end. @param searchFor a word to search for on the search page */
export async function checkRequests(
  browser: Browser,
  origin: string,
  pages: readonly Page[],
  searchFor: string,
): Promise<Outcome[]> {
  const visits: PageVisit[] = [];
  for (const page of pages) visits.push(await visit(browser, origin, page, searchFor));
  return judgeRequests(visits, origin);
}

/** The address at which a page shows everything that it can. */
export const toVisitedPath = ({ path, kind }: Page, searchFor: string): string =>
  kind === 'search' ? `${path}?q=${encodeURIComponent(searchFor)}` : path;

async function visit(browser: Browser, origin: string, page: Page, searchFor: string): Promise<PageVisit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const tab = await context.newPage();
  const requests: Request[] = [];
  const errors: string[] = [];
  tab.on('request', (request) => requests.push(request));
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      errors.push(message.text());
  });
  try {
    await tab.goto(`${origin}${toVisitedPath(page, searchFor)}`, { waitUntil: 'networkidle' });
    const bottom = await tab.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < bottom; y += 700) await tab.mouse.wheel(0, 700);
    await tab.waitForLoadState('networkidle');
    return {
      path: page.path,
      kind: page.kind,
      requests: await Promise.all(requests.map(toPageRequest)),
      errors,
    };
  } finally {
    await context.close();
  }
}

async function toPageRequest(request: Request): Promise<PageRequest> {
  const response = await request.response();
  const bytes = response === null ? 0 : (await request.sizes()).responseBodySize;
  return { url: request.url(), type: request.resourceType(), bytes };
}

const sum = (requests: readonly PageRequest[]): number =>
  requests.reduce((total, { bytes }) => total + bytes, 0);

const isActive = ({ type }: PageRequest): boolean => type === 'script' || type === 'font';

/** Judges what pages load. @param origin of the site as it was served */
export function judgeRequests(visits: readonly PageVisit[], origin: string): Outcome[] {
  const quiet = visits.filter(({ kind }) => kind !== 'search');
  const search = visits.filter(({ kind }) => kind === 'search');
  const find = (some: readonly PageVisit[], isBad: (request: PageRequest) => boolean): Failure[] =>
    some.flatMap(({ path, requests }) =>
      requests.filter(isBad).map(({ type, url }) => ({ where: path, message: `${type} ${url}` })),
    );
  const isForeign = ({ url }: PageRequest) => !url.startsWith(`${origin}/`) && !url.startsWith('data:');
  const isExtra = ({ type, url }: PageRequest) =>
    type !== 'document' && type !== 'image' && !url.endsWith('/favicon.svg');
  return [
    judgeNone('Requests but HTML, icon and images', quiet.length, find(quiet, isExtra)),
    judgeMost(
      'Script and font bytes, but in search',
      budgets.activeBytes,
      'B',
      quiet.map(({ path, requests }) => ({ where: path, value: sum(requests.filter(isActive)) })),
    ),
    judgeNone('Third-party requests', visits.length, find(visits, isForeign)),
    judgeMost(
      'First search, everything that it loads',
      budgets.search.brotliBytes,
      'B',
      search.map(({ path, requests }) => ({ where: path, value: sum(requests) })),
    ),
    judgeNone(
      'Errors and CSP refusals in the console',
      visits.length,
      visits.flatMap(({ path, errors }) => errors.map((message) => ({ where: path, message }))),
    ),
  ];
}
