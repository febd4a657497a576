import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { collections, fromMdx, parseEntry, serializeEntry, toMdx } from '../../../../content-schema/index.ts';
import { locateFields, toBodyLine, toFileLine } from '../../../../src/revision/views/file-line.ts';
import { bodies, runs } from '../../content-schema/markdown.ts';

vi.setConfig({ testTimeout: 60_000 });

const { posts } = collections;
const path = 'src/content/posts/2026-01-01-a.mdx';

const countLines = (text: string): number => text.split('\n').length;

test('a body has as many lines in memory as in its file, each at its place', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const mdx = toMdx(body);
      expect(countLines(mdx)).toBe(countLines(body));
      expect(countLines(fromMdx(mdx))).toBe(countLines(body));
    }),
    runs(1000),
  );
});

test('a word that is on a line of the body is on that line of the file', () => {
  fc.assert(
    fc.property(bodies, fc.stringMatching(/^[a-z]{1,8}$/u), bodies, (before, title, after) => {
      const body = `${before}\n\nmarca9\n\n${after}`.replaceAll(/\r\n?/gu, '\n').normalize('NFC');
      const source = serializeEntry(posts, { title, description: 'Dos: «{líneas»\ny otra', body });
      const { values, locate } = parseEntry(posts, source, path);
      const side = { bodyLine: locate(['body']).line };
      const inBody = String(values['body']).split('\n').indexOf('marca9') + 1;
      const line = toFileLine(side, inBody);
      expect(source.split('\n')[line - 1]).toBe('marca9');
      expect(toBodyLine(side, line)).toBe(inBody);
    }),
    runs(300),
  );
});

test('a file with CRLF, blank lines before its body and fields over several lines', () => {
  const source = ['---', 'title: A', 'description: |-', '  uno', '  dos', '---', '', '', 'Texto', ''].join(
    '\r\n',
  );
  const file = { collection: posts, source, path };
  const { values, locate } = parseEntry(posts, source, path);
  const inBody = String(values['body']).split('\n').indexOf('Texto') + 1;
  expect(toFileLine({ bodyLine: locate(['body']).line }, inBody)).toBe(9);
  const toLine = locateFields(file);
  expect(toLine('title')).toBe(2);
  expect(toLine('description')).toBe(3);
  expect(locateFields({ ...file, source: 'sin encabezado' })('title')).toBe(1);
});
