import path from 'node:path';
import { expect, test } from '@playwright/test';
import { checkAxe, checkReflow, checkTargets } from '../../src/audit/checks/accessibility.ts';
import { checkRequests, toVisitedPath } from '../../src/audit/checks/requests.ts';
import { choosePages } from '../../src/audit/cover.ts';
import type { Outcome } from '../../src/audit/outcome.ts';
import { toSearchWord } from '../../src/audit/run.ts';
import { type Page, readSite, toContentPages } from '../../src/audit/site.ts';
import { toStateDir } from '../../src/server/environment.ts';
import { createContentRepository, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';

// The bars of src/audit that need a browser, on the pages that together show everything the sample site is made
// of, as `npm start` serves them.

let newsroom: RunningNewsroom;
let pages: readonly Page[];
let searchFor: string;
let paths: readonly string[];

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
  const site = await readSite(path.join(toStateDir(newsroom.contentRepo), 'releases/current/site'));
  pages = choosePages(toContentPages(site));
  searchFor = toSearchWord(site);
  paths = pages.map((page) => toVisitedPath(page, searchFor));
});

test.afterAll(async () => {
  await newsroom.stop();
});

const toFailures = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap(({ bar, failures }) =>
    failures.map(({ where, message }) => `${bar}: ${where} ${message}`),
  );

test('pages load themselves, the icon and pictures, and nothing of others; search stays small', async ({
  browser,
}) => {
  expect(toFailures(await checkRequests(browser, newsroom.origin, pages, searchFor))).toEqual([]);
});

test('axe finds nothing, with the contrast of AAA, in both themes and widths', async ({ browser }) => {
  test.slow();
  expect(toFailures(await checkAxe(browser, newsroom.origin, paths))).toEqual([]);
});

test('whatever can be pressed is large enough for a thumb', async ({ browser }) => {
  expect(toFailures(await checkTargets(browser, newsroom.origin, paths))).toEqual([]);
});

test('nothing is wider than a narrow screen, with wide spacing of text, too, or than paper', async ({
  browser,
}) => {
  expect(toFailures(await checkReflow(browser, newsroom.origin, paths))).toEqual([]);
});
