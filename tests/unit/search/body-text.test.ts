import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { collections, loadEntry } from '../../../content-schema/index.ts';
import { readBody } from '../../../src/search/body-text.ts';
import { toWords } from '../../../src/search/words.ts';
import { projectDir } from '../../../src/server/environment.ts';
import { hasDataset, loadLegacyPosts } from '../../support/legacy-posts.ts';
import { bodies } from '../render/bodies.ts';

const readWords = (body: string): Set<string> => {
  const { headings, text } = readBody(body);
  return new Set(toWords(`${headings}\n${text}`));
};

test.each([
  ['a link', '[el informe](https://example.org/archivo_(1).pdf "Título")', 'el informe'],
  ['an address', 'Mira https://example.org/uno y www.example.org/dos.', 'mira'],
  ['an e-mail address', 'Escribe a ana.lopez@correo.example.org o <beto@example.org>.', 'escribe'],
  ['emphasis within a word', '**Ana**lice _esto_', 'analice esto'],
  ['a definition', 'Texto [uno][a].\n\n[a]: https://example.org/secreto', 'texto uno'],
  ['a note', 'Texto.[^1]\n\n[^1]: Fuente oficial.', 'texto fuente oficial'],
  [
    'HTML',
    'a<b>b</b>c <!-- oculto --> <script>alarma()</script> <p class="clase">visible</p>',
    'abc visible',
  ],
  ['references', 'Participaci&oacute;n &amp; m&aacute;s', 'participacion mas'],
  ['a component', '<Figure image="/foto.jpg" alt="Una plaza" caption="Ayer" />', 'una plaza ayer'],
  ['a box', '<Callout type="dato">\n\nSon quince.\n\n</Callout>', 'son quince'],
  ['an embed', '<Embed url="https://tiktok.com/x" title="El baile" />', 'el baile'],
])('%s counts with its words only', (_, body, expected) => {
  const found = readWords(body);
  for (const word of expected.split(' ')) expect(found).toContain(word);
  for (const word of [
    'https',
    'example',
    'secreto',
    'correo',
    'oculto',
    'alarma',
    'clase',
    'foto',
    'tiktok',
  ]) {
    expect(found).not.toContain(word);
  }
});

test('headings are told from text', () => {
  expect(readBody('## Uno\n\nDos.\n\nTres\n----\n\nCuatro.')).toEqual({
    headings: 'Uno\nTres',
    text: expect.not.stringMatching(/Uno|Tres/u) as string,
  });
});

/** What the parser of Markdown takes for text. */
function parseWords(body: string): Set<string> {
  const root = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const read = (node: Nodes): string => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
    if (!('children' in node)) return ' ';
    const text = node.children.map(read).join('');
    return ['strong', 'emphasis', 'delete', 'link'].includes(node.type) ? text : `${text}\n`;
  };
  // The names of hosts are no words of a text.
  return new Set(toWords(read(root).replace(/(?:https?:\/\/|www\.)\S+|\S+@\S+/giu, ' ')));
}

describe('no word that the parser finds is missing', () => {
  test('in the sample posts', async () => {
    const dir = path.join(projectDir, collections.posts.folder);
    for (const name of await readdir(dir)) {
      const { body } = loadEntry(collections.posts, await readFile(path.join(dir, name), 'utf8'), name);
      const found = readWords(body);
      expect([...parseWords(body)].filter((word) => !found.has(word))).toEqual([]);
    }
  });

  test.skipIf(!hasDataset)(
    'in the real posts',
    async () => {
      for (const { name, values } of await loadLegacyPosts('posts')) {
        const body = String(values['body']);
        const found = readWords(body);
        expect([name, ...[...parseWords(body)].filter((word) => !found.has(word))]).toEqual([name]);
      }
    },
    30_000,
  );
});

test('any body can be read', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(readWords(body)).toBeInstanceOf(Set);
    }),
  );
});
