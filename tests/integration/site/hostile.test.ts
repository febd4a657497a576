import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkEntry, collections, parseEntry, serializeEntry } from '../../../content-schema/index.ts';
import { isCodeAddress } from '../../../src/copy-desk/code-address.ts';
import { findCode, repairValues } from '../../../src/copy-desk/index.ts';
import { alarm, toHostileEntries } from '../../support/hostile-entries.ts';
import { createSite, type TestSite, toPost } from './site.ts';

const { posts } = collections;
const knowledge = { url: 'https://prueba.example.org', timeZone: 'America/Guatemala', now: new Date() };

let site: TestSite;
let sentinel: string;

beforeAll(async () => {
  site = await createSite();
  sentinel = path.join(site.root, 'sentinel');
});

afterAll(() => site.remove());

const toFile = (name: string): string => `${posts.folder}/${name}.mdx`;

/** The entry as it is after its repair; undefined where a person has to decide before it can be published. */
function toRepaired(file: string, source: string): string | undefined {
  const { values } = repairValues(posts, parseEntry(posts, source, file).values, file, knowledge);
  const repaired = serializeEntry(posts, values);
  const isReady = checkEntry(posts, parseEntry(posts, repaired, file), file).success;
  return isReady && findCode(posts, repaired, file).length === 0 ? repaired : undefined;
}

/** What of a page is active. */
function findActive(html: string): string[] {
  const found: string[] = [];
  visit(fromHtmlIsomorphic(html), 'element', ({ tagName, properties, children }) => {
    if (/^(?:object|embed|frame|svg)$/u.test(tagName)) found.push(tagName);
    // A frame of ours: before a click it holds nothing but a link.
    const { srcDoc, sandbox, src } = properties;
    const isFrame = tagName === 'iframe' && sandbox !== undefined && src === undefined;
    if (tagName === 'iframe' && !isFrame) found.push(tagName);
    if (isFrame) found.push(...findActive(String(srcDoc)).filter((name) => name !== 'svg'));
    if (tagName === 'form' && properties['action'] !== '/buscar/') found.push(tagName);
    if (tagName === 'script' && JSON.stringify([properties, children]).includes(alarm)) found.push(tagName);
    const { httpEquiv } = properties;
    if (
      tagName === 'meta' &&
      httpEquiv !== undefined &&
      !/^content-security-policy$/iu.test(String(httpEquiv))
    )
      found.push(tagName);
    for (const [key, value] of Object.entries(properties)) {
      if (/^on/u.test(key) || (key === 'srcDoc' && !isFrame)) found.push(key);
      if (isCodeAddress(String(value)) && !/^(?:content|alt|title|ariaLabel)$/u.test(key)) {
        found.push(`${key}=${String(value)}`);
      }
    }
  });
  return found;
}

test('the build refuses every hostile entry with file, line and reason; repaired, they are only text', async () => {
  const entries = toHostileEntries(sentinel);
  const sources = entries.map(({ name, body }) => [name, toPost({ title: name }, body)] as const);
  await site.commit(Object.fromEntries(sources.map(([name, source]) => [toFile(name), source])));
  await expect(site.build()).rejects.toThrow(
    /expression-in-text\.mdx:8:6: El texto tiene código entre llaves/u,
  );
  const { findings } = JSON.parse(await readFile(site.report, 'utf8')) as {
    findings: { rule: string; location: { file: string } }[];
  };
  const refused = findings.filter(({ rule }) => rule === 'code').map(({ location }) => location.file);
  expect([...new Set(refused)].sort()).toEqual(entries.map(({ name }) => toFile(name)).sort());
  expect(existsSync(sentinel)).toBe(false);

  const repaired = sources.map(([name, source]) => [toFile(name), toRepaired(toFile(name), source)] as const);
  await site.commit(Object.fromEntries(repaired));
  await site.build();
  const files = await site.list();
  const pages = files.filter((file) => /^articulos\/[^/]+\/index\.html$/u.test(file));
  expect(pages).toHaveLength(repaired.filter(([, source]) => source !== undefined).length);
  expect(pages.length).toBeGreaterThan(50);
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    expect(findActive(await site.read(file)), file).toEqual([]);
  }
  expect(existsSync(sentinel)).toBe(false);
});
