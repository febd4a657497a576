import { expect, test } from 'vitest';
import { EntryError } from '../../../content-schema/index.ts';
import { parseDocument } from '../../../src/import/documents.ts';

test('takes the text of plain Markdown as it stands', () => {
  const body = '  Con {llaves}, <etiquetas> &amp; \\{barras\\}\n\n<!-- nota -->\nfin';
  expect(parseDocument(`---\r\ntitle: Hola\r\n---\r\n\r\n${body}\r\n`, 'a.md', false)).toEqual({
    title: 'Hola',
    body,
  });
});

test('reads the text of MDX as data', () => {
  expect(parseDocument('---\ntitle: Hola\n---\nCon \\{llaves\\}\n', 'a.mdx', true)['body']).toBe(
    'Con {llaves}',
  );
});

test('a byte order mark is no obstacle', () => {
  expect(parseDocument('\uFEFF---\ntitle: Hola\n---\nTexto', 'a.md', false)).toEqual({
    title: 'Hola',
    body: 'Texto',
  });
});

test.each([
  ['no front matter', '# Hola\n', /no empieza con un encabezado/u],
  ['wrong YAML', '---\ntitle: "a\n---\n', /a\.md:/u],
  ['a list', '---\n- a\n---\n', /no es una lista/u],
])('%s is an error that says so', (_, text, message) => {
  expect(() => parseDocument(text, 'a.md', false)).toThrow(EntryError);
  expect(() => parseDocument(text, 'a.md', false)).toThrow(message);
});
