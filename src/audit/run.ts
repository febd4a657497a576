import { type Browser, chromium } from '@playwright/test';
import { checkAxe, checkReflow, checkTargets } from './checks/accessibility.ts';
import { checkBuild } from './checks/build.ts';
import { fileChecks } from './checks/index.ts';
import { checkLighthouse } from './checks/lighthouse.ts';
import { checkRequests, toVisitedPath } from './checks/requests.ts';
import { chromiumArguments, findChromium } from './chromium.ts';
import { choosePages } from './cover.ts';
import type { Outcome } from './outcome.ts';
import { serveSite } from './serve.ts';
import { readSite, type Site, toContentPages } from './site.ts';

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

/** What a check of the served site is given. */
interface Visit {
  readonly browser: Browser;
  readonly origin: string;
  readonly site: Site;
  /** Pages that together show everything that the site is made of, with their queries. */
  readonly paths: readonly string[];
  readonly searchFor: string;
}

const browserChecks: Readonly<Record<string, (visit: Visit) => Promise<Outcome[]>>> = {
  requests: ({ browser, origin, site, searchFor }) =>
    checkRequests(browser, origin, toContentPages(site), searchFor),
  axe: ({ browser, origin, paths }) => checkAxe(browser, origin, paths),
  targets: ({ browser, origin, paths }) => checkTargets(browser, origin, paths),
  reflow: ({ browser, origin, paths }) => checkReflow(browser, origin, paths),
};

/** Every check, in the order in which they run. */
export const checkNames: readonly string[] = [
  ...Object.keys(fileChecks),
  ...Object.keys(browserChecks),
  'lighthouse',
  'build',
];

/** Holds a built site against the bars. @throws Error when there is no site in the folder */
export async function audit({ dir, checks, url, runs, onProgress }: AuditOptions): Promise<Outcome[]> {
  const site = narrow(await readSite(dir), url);
  const outcomes: Outcome[] = [];
  for (const [name, check] of Object.entries(fileChecks)) {
    if (!checks.includes(name)) continue;
    onProgress(`${name}…`);
    outcomes.push(...(await check(site)));
  }
  const served = await serveSite(dir);
  try {
    outcomes.push(...(await runBrowserChecks(site, served.origin, checks, onProgress)));
    if (checks.includes('lighthouse')) {
      onProgress('lighthouse…');
      outcomes.push(...(await checkLighthouse(site, { origin: served.origin, runs, onProgress })));
    }
  } finally {
    await served.close();
  }
  if (checks.includes('build')) {
    onProgress('build…');
    outcomes.push(...(await checkBuild()));
  }
  return outcomes;
}

async function runBrowserChecks(
  site: Site,
  origin: string,
  checks: readonly string[],
  onProgress: AuditOptions['onProgress'],
): Promise<Outcome[]> {
  const wanted = Object.entries(browserChecks).filter(([name]) => checks.includes(name));
  if (wanted.length === 0) return [];
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  const searchFor = toSearchWord(site);
  const paths = choosePages(toContentPages(site)).map((page) => toVisitedPath(page, searchFor));
  const outcomes: Outcome[] = [];
  try {
    for (const [name, check] of wanted) {
      onProgress(`${name}…`);
      outcomes.push(...(await check({ browser, origin, site, paths, searchFor })));
    }
  } finally {
    await browser.close();
  }
  return outcomes;
}

/** A word that a search finds: the longest in the address of a post. */
export function toSearchWord({ pages }: Pick<Site, 'pages'>): string {
  const post = pages.find(({ kind }) => kind === 'post');
  const words = decodeURIComponent(post?.path ?? '').match(/\p{L}+/gu) ?? [];
  return words.slice(1).sort((one, other) => other.length - one.length)[0] ?? 'a';
}

const narrow = (site: Site, url: string | undefined): Site =>
  url === undefined ? site : { ...site, pages: site.pages.filter(({ path }) => path === url) };
