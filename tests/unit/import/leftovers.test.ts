import { expect, test } from 'vitest';
import { collections } from '../../../content-schema/index.ts';
import { moveLeftovers } from '../../../src/import/leftovers.ts';

const move = (values: Record<string, unknown>) => moveLeftovers(collections.posts, values);

test.each([
  ['https://example.org/a', '[Más información en example.org](https://example.org/a)'],
  ['www.example.org', '[Más información en example.org](https://www.example.org)'],
  [
    'https://example.org/un informe.pdf',
    '[Más información en example.org](<https://example.org/un informe.pdf>)',
  ],
  ['<blockquote class="x">Hola</blockquote>', '<blockquote class="x">Hola</blockquote>'],
])('a link or HTML goes to the end of the text: %j', (enlace, block) => {
  const { values, leftovers } = move({ title: 'T', body: 'Texto.\n', enlace });
  expect(values).toEqual({ title: 'T', body: `Texto.\n\n${block}` });
  expect(leftovers).toEqual([{ key: 'enlace', text: enlace, kept: true }]);
});

test('a link that the text has already is not repeated', () => {
  const body = 'Lee [esto](https://example.org/a).';
  expect(move({ body, enlace: 'https://example.org/a' }).values['body']).toBe(body);
});

test.each([
  ['a word', 'enlace', 'pendiente', 'pendiente'],
  ['a list', 'programas', ['a', 'b'], '["a","b"]'],
  ['a script address', 'enlace', 'javascript:alert(1)', 'javascript:alert(1)'],
])('%s is only reported', (_, key, value, text) => {
  const { values, leftovers } = move({ body: 'Texto.', [key]: value });
  expect(values).toEqual({ body: 'Texto.' });
  expect(leftovers).toEqual([{ key, text, kept: false }]);
});

test('what told the old generator something is no loss', () => {
  expect(move({ body: '', layout: 'post', templateKey: 'x', permalink: '/a', nota: '' }).leftovers).toEqual(
    [],
  );
});
