import { expect, describe, test } from 'vitest';
import { judgeTargets, type Target } from '../../../src/audit/checks/accessibility.ts';
import { judgeBuilds } from '../../../src/audit/checks/build.ts';
import {
  isDecided,
  judgeLighthouse,
  type LighthousePage,
  type Look,
  median,
} from '../../../src/audit/checks/lighthouse.ts';
import { judgeRequests, type PageVisit } from '../../../src/audit/checks/requests.ts';
import { choosePages } from '../../../src/audit/cover.ts';
import { judgeLeast, judgeMost, type Outcome } from '../../../src/audit/outcome.ts';
import { toJson, toTable } from '../../../src/audit/report.ts';
import { toSearchWord } from '../../../src/audit/run.ts';
import { toPage } from '../../../src/audit/site.ts';

const messages = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap(({ failures }) => failures.map(({ where, message }) => `${where} ${message}`));

describe('a limit', () => {
  const values = [
    { where: '/a', value: 5 },
    { where: '/b', value: 7 },
  ];

  test('names the value furthest beyond it, and each that is beyond', () => {
    expect(judgeMost('Size', 6, 'B', values)).toEqual({
      bar: 'Size',
      budget: '≤ 6 B',
      worst: '7 B',
      where: '/b',
      failures: [{ where: '/b', message: '7 B' }],
    });
    expect(judgeLeast('Score', 6, 'points', values)).toMatchObject({
      budget: '≥ 6 points',
      worst: '5 points',
      failures: [{ where: '/a' }],
    });
  });

  test('is met where there is nothing to measure', () => {
    expect(judgeMost('Size', 6, 'B', [])).toMatchObject({ worst: '–', failures: [] });
  });
});

test('the table lists every bar, then what is missed', () => {
  const met = judgeMost('Size', 6, 'B', [{ where: '/a', value: 5 }]);
  const missed = judgeMost('Paint', 800, 'ms', [{ where: '/b', value: 900.5 }]);
  expect(toTable([met, missed])).toBe(
    [
      'Bar    Budget    Worst     Where  Verdict',
      '─────  ────────  ────────  ─────  ───────',
      'Size   ≤ 6 B     5 B       /a     met',
      'Paint  ≤ 800 ms  900.5 ms  /b     MISSED',
      '',
      'Paint (≤ 800 ms):',
      '  /b  900.5 ms',
      '',
      '1 of 2 bars are missed.',
      '',
    ].join('\n'),
  );
  expect(JSON.parse(toJson([met, missed]))).toMatchObject([{ met: true }, { met: false }]);
});

describe('Lighthouse', () => {
  const good: Look = { performance: 100, largestPaint: 700, layoutShift: 0 };
  const slow: Look = { performance: 99, largestPaint: 900, layoutShift: 0.1 };
  const page: LighthousePage = {
    path: '/a/',
    hasLeadImage: false,
    looks: [slow, good, slow, good, good],
    accessibility: 100,
    bestPractices: 100,
    seo: 92,
    remarks: ['canonical: Document has no canonical'],
  };

  test('the median of an even number lies between the middle two', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });

  test('looks again until more than half of all looks are good, or none is left', () => {
    expect(isDecided([good, good], 5, 800)).toBe(false);
    expect(isDecided([good, slow, good, good], 5, 800)).toBe(true);
    expect(isDecided([slow, slow, slow], 5, 800)).toBe(false);
    expect(isDecided([slow, slow, slow, slow, slow], 5, 800)).toBe(true);
  });

  test('judges medians, and says which audits cost points', () => {
    expect(messages(judgeLighthouse([page]))).toEqual([
      '/a/ 92 points: canonical: Document has no canonical',
    ]);
  });

  test('allows a page with a lead image more time', () => {
    const looks = [{ ...good, largestPaint: 950 }];
    expect(messages(judgeLighthouse([{ ...page, seo: 100, looks }]))).toEqual(['/a/ 950 ms']);
    expect(messages(judgeLighthouse([{ ...page, seo: 100, looks, hasLeadImage: true }]))).toEqual([]);
  });
});

describe('requests', () => {
  const origin = 'http://127.0.0.1:1';
  const html = { url: `${origin}/`, type: 'document', bytes: 5000 };
  const visit: PageVisit = { path: '/', kind: 'home', requests: [html], errors: [] };

  test('of a page for scripts, fonts or other sites are told, and what the console says', () => {
    const requests = [
      html,
      { url: `${origin}/a.js`, type: 'script', bytes: 10 },
      { url: 'https://example.com/pixel.gif', type: 'image', bytes: 1 },
    ];
    expect(messages(judgeRequests([{ ...visit, requests, errors: ['Refused'] }], origin))).toEqual([
      `/ script ${origin}/a.js`,
      '/ 10 B',
      '/ image https://example.com/pixel.gif',
      '/ Refused',
    ]);
  });

  test('of search may be for scripts and data, within its bytes', () => {
    const requests = [html, { url: `${origin}/buscar/a.json`, type: 'fetch', bytes: 55_000 }];
    const search: PageVisit = { path: '/buscar/', kind: 'search', requests, errors: [] };
    expect(messages(judgeRequests([search], origin))).toEqual([]);
    expect(messages(judgeRequests([{ ...search, requests: [...requests, html] }], origin))).toEqual([
      '/buscar/ 65,000 B',
    ]);
  });
});

describe('targets', () => {
  const target: Target = { name: 'Temas', width: 60, height: 44, isInText: false, isNavigation: true };
  const judge = (change: Partial<Target>) =>
    messages(judgeTargets([{ where: '/', targets: [{ ...target, ...change }] }]));

  test.each<[string, Partial<Target>, number]>([
    ['one of 44 px in navigation is large enough', {}, 0],
    ['one of 40 px in navigation is not', { height: 40 }, 1],
    ['elsewhere it is', { height: 40, isNavigation: false }, 0],
    ['one of 20 px is too small anywhere', { height: 20, isNavigation: false }, 1],
    ['a link in running text is free', { height: 20, isInText: true }, 0],
  ])('%s', (_name, change, count) => {
    expect(judge(change)).toHaveLength(count);
  });
});

test('two builds differ by a file that changed and by one that only one has', () => {
  const first = new Map([
    ['a', '1'],
    ['b', '1'],
  ]);
  const second = new Map([
    ['a', '2'],
    ['b', '1'],
    ['c', '1'],
  ]);
  expect(messages(judgeBuilds(first, second))).toEqual([
    '/a It differs.',
    '/c Only one of the builds has it.',
  ]);
});

test('few pages show every kind of element; one like another is left out', () => {
  const toPost = (id: string, body: string) =>
    toPage(`articulos/${id}/index.html`, `<!DOCTYPE html><title>x</title><main>${body}</main>`);
  const pages = [
    toPost('simple', '<p>Uno</p>'),
    toPost('tabla', '<p>Uno</p><table class="wide"></table>'),
    toPost('nota', '<p>Uno</p><table class="wide"></table><aside></aside>'),
    toPost('caja', '<p class="box">Uno</p>'),
  ];
  expect(choosePages(pages).map(({ path }) => path)).toEqual(['/articulos/nota/', '/articulos/caja/']);
  expect(toSearchWord({ pages })).toBe('simple');
});
