import lighthouse, { type Flags, type Result } from 'lighthouse';
import { launchDebugged } from '../browser.ts';
import { budgets } from '../budgets.ts';
import { find, getAttribute } from '../html.ts';
import { judgeLeast, judgeMost, type Outcome } from '../outcome.ts';
import type { Page, Site } from '../site.ts';

/** What one look of Lighthouse at a page gave. */
export interface Look {
  readonly performance: number;
  /** Milliseconds, simulated. */
  readonly largestPaint: number;
  readonly layoutShift: number;
}

/** What Lighthouse says of a page. */
export interface LighthousePage {
  readonly path: string;
  /** Is a picture above the fold of it? */
  readonly hasLeadImage: boolean;
  readonly looks: readonly Look[];
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** Audits below their best, of the categories above: `heading-order: Heading elements are not …`. */
  readonly remarks: readonly string[];
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
};

const isGood = (look: Look, limit: number): boolean =>
  look.performance >= budgets.lighthouse.score &&
  look.largestPaint <= limit &&
  look.layoutShift <= budgets.layoutShift;

/** The bar for the largest paint of a page. */
const toPaintLimit = (hasLeadImage: boolean): number =>
  hasLeadImage ? budgets.largestPaint.image : budgets.largestPaint.text;

/**
 * Can further looks no more change on which side of the bars the median of `runs` lies? It cannot as soon as
 * more than half of all runs are good.
 */
export const isDecided = (looks: readonly Look[], runs: number, limit: number): boolean =>
  looks.length >= runs || looks.filter((look) => isGood(look, limit)).length > runs / 2;

/** Judges medians and scores. */
export function judgeLighthouse(pages: readonly LighthousePage[]): Outcome[] {
  const measure = (some: readonly LighthousePage[], toValue: (page: LighthousePage) => number) =>
    some.map((page) => ({ where: page.path, value: toValue(page) }));
  const toMedian = (name: keyof Look) => (page: LighthousePage) =>
    median(page.looks.map((look) => look[name]));
  const score = (name: string, toValue: (page: LighthousePage) => number): Outcome => {
    const outcome = judgeLeast(
      `Lighthouse, ${name}`,
      budgets.lighthouse.score,
      'points',
      measure(pages, toValue),
    );
    return { ...outcome, failures: outcome.failures.map((failure) => explain(failure, pages)) };
  };
  const text = pages.filter(({ hasLeadImage }) => !hasLeadImage);
  const image = pages.filter(({ hasLeadImage }) => hasLeadImage);
  return [
    score('performance (median)', toMedian('performance')),
    score('accessibility', ({ accessibility }) => accessibility),
    score('best practices', ({ bestPractices }) => bestPractices),
    score('SEO', ({ seo }) => seo),
    judgeMost(
      'LCP, text page, simulated slow 4G',
      budgets.largestPaint.text,
      'ms',
      measure(text, toMedian('largestPaint')),
    ),
    judgeMost(
      'LCP, with a lead image',
      budgets.largestPaint.image,
      'ms',
      measure(image, toMedian('largestPaint')),
    ),
    judgeMost('CLS', budgets.layoutShift, '', measure(pages, toMedian('layoutShift'))),
  ];
}

function explain<F extends { where: string; message: string }>(
  failure: F,
  pages: readonly LighthousePage[],
): F {
  const remarks = pages.find(({ path }) => path === failure.where)?.remarks ?? [];
  return remarks.length === 0
    ? failure
    : { ...failure, message: `${failure.message}: ${remarks.join('; ')}` };
}

/** A picture that the page marks as the one to load first. */
const hasLeadImage = ({ tree }: Page): boolean =>
  find(tree, (element) => element.tagName === 'img' && getAttribute(element, 'fetchPriority') === 'high') !==
  undefined;

export interface LighthouseOptions {
  readonly origin: string;
  readonly runs: number;
  readonly onProgress: (message: string) => void;
}

const allCategories = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * Looks at every page with Lighthouse as on a phone: Moto G Power, simulated throttling «mobileSlow4G» (round
 * trip 150 ms, 1.6 Mbit/s down, processor four times slower), an empty cache. The first look takes all four categories; the
 * further ones, performance alone, until the median of `runs` is decided.
 * https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
export async function checkLighthouse(site: Site, options: LighthouseOptions): Promise<Outcome[]> {
  const pages: LighthousePage[] = [];
  const wanted = site.pages.filter(({ kind }) => kind !== 'redirect' && kind !== 'not-found');
  for (const [index, page] of wanted.entries()) {
    pages.push(await look(page, options));
    options.onProgress(`  ${String(index + 1)}/${String(wanted.length)} ${toLine(pages.at(-1))}`);
  }
  return judgeLighthouse(pages);
}

const toLine = (page: LighthousePage | undefined): string =>
  page === undefined
    ? ''
    : [
        page.path,
        [
          median(page.looks.map(({ performance }) => performance)),
          page.accessibility,
          page.bestPractices,
          page.seo,
        ].join(' '),
        `LCP ${page.looks.map(({ largestPaint }) => Math.round(largestPaint)).join(' ')} ms`,
      ].join('  ');

async function look(page: Page, { origin, runs }: LighthouseOptions): Promise<LighthousePage> {
  const url = `${origin}${page.path}`;
  const isImagePage = hasLeadImage(page);
  const first = await runLighthouse(url, allCategories);
  const looks = [toLook(first)];
  while (!isDecided(looks, runs, toPaintLimit(isImagePage)))
    looks.push(toLook(await runLighthouse(url, ['performance'])));
  return {
    path: page.path,
    hasLeadImage: isImagePage,
    looks,
    accessibility: toScore(first, 'accessibility'),
    bestPractices: toScore(first, 'best-practices'),
    seo: toScore(first, 'seo'),
    remarks: findRemarks(first),
  };
}

/** How often Lighthouse is asked again when its own recording failed, as it does on a busy machine. */
const attempts = 3;

/** @throws Error when the page did not load */
async function runLighthouse(url: string, onlyCategories: string[]): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await runOnce(url, onlyCategories);
    if (result !== undefined && result.runtimeError === undefined) return result;
    if (attempt === attempts)
      throw new Error(`${url}: ${result?.runtimeError?.message ?? 'Lighthouse gave nothing.'}`);
  }
}

async function runOnce(url: string, onlyCategories: string[]): Promise<Result | undefined> {
  const browser = await launchDebugged();
  try {
    const flags: Flags = { port: browser.port, onlyCategories, output: 'json', logLevel: 'error' };
    const result = await lighthouse(url, { ...flags, disableFullPageScreenshot: true });
    return result?.lhr;
  } finally {
    await browser.close();
  }
}

const toScore = (result: Result, category: string): number =>
  Math.round((result.categories[category]?.score ?? 0) * 100);

const toNumber = (result: Result, audit: string): number =>
  result.audits[audit]?.numericValue ?? Number.POSITIVE_INFINITY;

/** @throws nothing; a value that Lighthouse could not measure is infinite and misses every bar */
const toLook = (result: Result): Look => ({
  performance: toScore(result, 'performance'),
  largestPaint: toNumber(result, 'largest-contentful-paint'),
  layoutShift: toNumber(result, 'cumulative-layout-shift'),
});

/** Audits that cost a page points. */
function findRemarks({ categories, audits }: Result): string[] {
  const ids = new Set(
    Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
    ),
  );
  return [...ids].flatMap((id) => {
    const audit = audits[id];
    return audit === undefined || audit.score === null || audit.score >= 0.9 ? [] : [`${id}: ${audit.title}`];
  });
}
