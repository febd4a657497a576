import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page as Tab } from '@playwright/test';
import { budgets } from '../budgets.ts';
import { type Failure, judgeNone, type Outcome } from '../outcome.ts';

type RunOptions = Parameters<AxeBuilder['options']>[0];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** AAA for the contrast of text, 1.4.6. https://www.w3.org/TR/WCAG22/#contrast-enhanced */
const contrast = 'color-contrast-enhanced';
const everything: RunOptions = {
  runOnly: { type: 'tag', values: tags },
  rules: { [contrast]: { enabled: true } },
};

/** What the same markup in other colours can get wrong. */
const colours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', contrast, 'link-in-text-block'] },
};

const { narrow, wide } = budgets.widths;

interface Appearance {
  readonly name: string;
  readonly media: Parameters<Tab['emulateMedia']>[0];
  readonly width: number;
  readonly options: RunOptions;
}

const appearances: readonly Appearance[] = [
  ...(['light', 'dark'] as const).flatMap((colorScheme) =>
    [narrow, wide].map((width) => ({
      name: `${colorScheme}, ${String(width)} px`,
      media: { colorScheme },
      width,
      options: colorScheme === 'light' ? everything : colours,
    })),
  ),
  // Colours are the reader's there.
  {
    name: 'forced colours',
    media: { colorScheme: 'light', forcedColors: 'active' },
    width: wide,
    options: colours,
  },
];

/** What a look at an address in a tab of its own gives. */
async function inspect<T>(
  browser: Browser,
  url: string,
  context: BrowserContextOptions,
  look: (tab: Tab) => Promise<T>,
): Promise<T> {
  const opened = await browser.newContext(context);
  try {
    const tab = await opened.newPage();
    await tab.goto(url, { waitUntil: 'networkidle' });
    return await look(tab);
  } finally {
    await opened.close();
  }
}

/**
 * axe: WCAG 2.2 A and AA, contrast as AAA asks it, in both themes and widths, and with forced colours.
 * @param paths with their queries
 */
export async function checkAxe(
  browser: Browser,
  origin: string,
  paths: readonly string[],
): Promise<Outcome[]> {
  const failures: Failure[] = [];
  for (const where of paths) {
    const found = await inspect(browser, `${origin}${where}`, {}, findInEveryAppearance);
    failures.push(...found.map((message) => ({ where, message })));
  }
  return [judgeNone('axe, WCAG 2.2 AA and AAA contrast', paths.length, failures)];
}

async function findInEveryAppearance(tab: Tab): Promise<string[]> {
  const messages: string[] = [];
  for (const { name, media, width, options } of appearances) {
    await tab.emulateMedia({ forcedColors: 'none', ...media });
    await tab.setViewportSize({ width, height: 800 });
    messages.push(...(await findViolations(tab, options)).map((message) => `${name}: ${message}`));
  }
  return messages;
}

async function findViolations(page: Tab, options: RunOptions): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary.replaceAll(/\s+/gu, ' ')}`),
  );
}

/** Something to press: its size, and whether it stands in running text or in navigation. */
export interface Target {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly isInText: boolean;
  /** In a `<nav>`, or one of the ways to share. */
  readonly isNavigation: boolean;
}

export interface TargetsOfPage {
  readonly where: string;
  readonly targets: readonly Target[];
}

/** Measures everything that can be pressed, on a narrow and on a wide screen. @param paths with their queries */
export async function checkTargets(
  browser: Browser,
  origin: string,
  paths: readonly string[],
): Promise<Outcome[]> {
  const measured: TargetsOfPage[] = [];
  for (const path of paths) {
    await inspect(browser, `${origin}${path}`, {}, async (tab) => {
      for (const width of [narrow, wide]) {
        await tab.setViewportSize({ width, height: 800 });
        measured.push({
          where: `${path} at ${String(width)} px`,
          targets: await tab.evaluate(measureTargets),
        });
      }
    });
  }
  return judgeTargets(measured);
}

/**
 * Judges the sizes of targets: WCAG 2.5.8 without its exception of spacing for all, 2.5.5 for navigation and
 * sharing. Links in running text are free in both. https://www.w3.org/TR/WCAG22/#target-size-minimum
 */
export function judgeTargets(pages: readonly TargetsOfPage[]): Outcome[] {
  const judge = (bar: string, limit: number, isMeant: (target: Target) => boolean): Outcome => {
    const smallest = pages.flatMap(({ where, targets }) =>
      targets
        .filter((target) => !target.isInText && isMeant(target))
        .map((target) => ({ where, target, size: Math.min(target.width, target.height) })),
    );
    smallest.sort((one, other) => one.size - other.size);
    const [worst] = smallest;
    return {
      bar,
      budget: `≥ ${String(limit)} px`,
      worst: worst === undefined ? '–' : `${worst.size.toFixed(1)} px`,
      where: worst?.where,
      failures: smallest
        // A pixel of the screen may be cut by rounding.
        .filter(({ size }) => size < limit - 0.05)
        .map(({ where, target: { name, width, height } }) => ({
          where,
          message: `«${name}» ${width.toFixed(1)} × ${height.toFixed(1)} px`,
        })),
    };
  };
  return [
    judge('Targets', budgets.target.any, () => true),
    judge('Targets of navigation and sharing', budgets.target.navigation, ({ isNavigation }) => isNavigation),
  ];
}

/** Runs in the page. */
function measureTargets(): Target[] {
  const selector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]';
  const flows = new Set(['inline', 'contents']);
  const findBlock = (element: Element): Element => {
    let block = element.parentElement ?? element;
    while (flows.has(getComputedStyle(block).display) && block.parentElement !== null)
      block = block.parentElement;
    return block;
  };
  const squeeze = (text: string | null): string => (text ?? '').replaceAll(/\s+/gu, ' ').trim();
  return [...document.querySelectorAll(selector)].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
    const { width, height, bottom, right } = element.getBoundingClientRect();
    // The skip link waits outside the screen until it has the focus.
    if (width === 0 || height === 0 || bottom + scrollY <= 0 || right + scrollX <= 0) return [];
    const block = findBlock(element);
    const words = (root: Element): string => {
      const copy = root.cloneNode(true);
      if (copy instanceof Element) for (const link of copy.querySelectorAll(selector)) link.remove();
      return squeeze(copy.textContent).replaceAll(/[^\p{L}\p{N}]/gu, '');
    };
    return [
      {
        name: squeeze(element.getAttribute('aria-label') ?? element.textContent).slice(0, 60),
        width,
        height,
        isInText: getComputedStyle(element).display === 'inline' && words(block) !== '',
        isNavigation: element.closest('nav, .share') !== null,
      },
    ];
  });
}

/** Where text stands further apart, as WCAG 1.4.12 lets a reader set it. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Nothing may be wider than a narrow screen, a sheet of paper or a wide screen. @param paths with their queries */
export async function checkReflow(
  browser: Browser,
  origin: string,
  paths: readonly string[],
): Promise<Outcome[]> {
  const failures: Failure[] = [];
  for (const where of paths) {
    const found = await inspect(
      browser,
      `${origin}${where}`,
      { viewport: { width: narrow, height: 800 } },
      async (tab) => {
        const messages = [await findOverflow(tab, `${String(narrow)} px`)];
        await tab.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }, spacing);
        messages.push(await findOverflow(tab, `${String(narrow)} px with text spacing`));
        // A4 with usual margins.
        await tab.setViewportSize({ width: 680, height: 900 });
        await tab.emulateMedia({ media: 'print' });
        messages.push(await findOverflow(tab, 'print'));
        return messages.flat();
      },
    );
    failures.push(...found.map((message) => ({ where, message })));
  }
  return [judgeNone('Sideways scroll at 320 px, with text spacing, in print', paths.length, failures)];
}

async function findOverflow(tab: Tab, name: string): Promise<string[]> {
  const found = await tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return undefined;
    const [widest] = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 100));
    return `${String(scrollWidth)} > ${String(clientWidth)} px: ${widest ?? ''}`;
  });
  return found === undefined ? [] : [`${name}: ${found}`];
}
