import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countWords } from '../../../src/audit/html.ts';
import { fileChecks } from '../../../src/audit/checks/index.ts';
import { countPostWords, readSite, type Site } from '../../../src/audit/site.ts';
import { createSite, type TestSite, toPost } from './site.ts';

const sources = fileURLToPath(new URL('../../../src', import.meta.url));

let site: TestSite;
let audited: Site;

/** The sample site and one post of 800 words without a picture, for which the bars of a post are meant. */
beforeAll(async () => {
  site = await createSite();
  for (const folder of ['content', 'assets'])
    await cp(path.join(sources, folder), path.join(site.repository, 'src', folder), { recursive: true });
  await site.commit({
    'src/content/posts/ochocientas-palabras.mdx': toPost(
      {
        title: 'Un texto de ochocientas palabras',
        image: 'https://example.org/no-se-publica.jpg',
        autor: 'Ana Lucía Méndez',
        tags: '["revisión", "equipo"]',
      },
      await composeText(800),
    ),
  });
  await site.build();
  audited = await readSite(site.output);
  // Every picture of the sample site is encoded anew.
}, 480_000);

afterAll(() => site.remove());

/** Paragraphs, headings and lists of the sample posts, up to a number of words. */
async function composeText(words: number): Promise<string> {
  const folder = path.join(sources, 'content/posts');
  const blocks: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const [, , body = ''] = (await readFile(path.join(folder, name), 'utf8')).split(/^---\n/mu);
    for (const block of body.split(/\n{2,}/u)) {
      const isPlain = !/<\/?[A-Z]|^!\[|\[\^|\]\(|^\|/u.test(block);
      if (isPlain && countWords([...blocks, block].join(' ')) <= words) blocks.push(block.trim());
    }
  }
  return blocks.join('\n\n');
}

test('the site has a post of 800 words', () => {
  const page = audited.pages.find((one) => one.path === '/articulos/ochocientas-palabras/');
  expect(page && countPostWords(page)).toBeGreaterThan(750);
});

for (const [name, check] of Object.entries(fileChecks)) {
  test(`the sample site meets the bars of «${name}»`, async () => {
    const outcomes = await check(audited);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(
      outcomes.flatMap(({ bar, budget, failures }) =>
        failures.map(({ where, message }) => `${bar} ${budget}: ${where} ${message}`),
      ),
    ).toEqual([]);
  });
}
