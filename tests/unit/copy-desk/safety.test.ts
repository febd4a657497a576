import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, parseEntry, serializeEntry } from '../../../content-schema/index.ts';
import { checkSource, findCode, repairValues } from '../../../src/copy-desk/index.ts';
import { safety } from '../../../src/copy-desk/messages/safety.ts';
import { toHostileEntries } from '../../support/hostile-entries.ts';
import { bodies, parseMdx, walk } from '../content-schema/markdown.ts';
import { findDanger } from '../render/find-danger.ts';
import { renderBody } from '../render/render-body.ts';
import { cleanPost, file, site } from './cases.ts';

const { posts, site: settings } = collections;
const sentinel = path.join(tmpdir(), `gaceta-sentinel-${String(process.pid)}`);
const entries = toHostileEntries(sentinel);

const headSource = serializeEntry(posts, { ...cleanPost, body: '' });
const firstLine = headSource.split('\n').length;
const toSource = (body: string): string => `${headSource}${body}\n`;
const find = (body: string): string[] => findCode(posts, toSource(body), file).map(({ message }) => message);

describe('hostile entries', () => {
  test('are many', () => {
    expect(entries.length).toBeGreaterThan(60);
  });

  test.each(entries)('$name is refused, and what repair makes of it is harmless', async ({ body }) => {
    const source = toSource(body);
    const code = findCode(posts, source, file);
    expect(code).not.toEqual([]);
    for (const { rule, severity, location, message, hint } of code) {
      expect([rule, severity, location.file]).toEqual(['code', 'error', file]);
      expect(location.line).toBeGreaterThanOrEqual(firstLine);
      expect(location.line).toBeLessThan(source.split('\n').length);
      expect(message).toMatch(/^\p{Lu}|^«/u);
      expect(`${message} ${hint}`).toMatch(/\.$/u);
    }
    expect(checkSource(posts, source, file, site)).toEqual(expect.arrayContaining(code));

    const { values } = repairValues(posts, parseEntry(posts, source, file).values, file, site);
    const repaired = serializeEntry(posts, values);
    const left = findCode(posts, repaired, file).map(({ message }) => message);
    expect(left.filter((message) => !/^La dirección|\(«onload»\)\.$/u.test(message))).toEqual([]);
    const html = await renderBody(String(values['body'])).catch((error: unknown) => String(error));
    if (!html.startsWith('EntryError')) expect(findDanger(html)).toEqual([]);
    expect(existsSync(sentinel)).toBe(false);
  });
});

describe('what is only text', () => {
  test.each([
    ['plain words', 'Una frase con «comillas», 3 + 4 y ¡gritos!'],
    ['words that are code elsewhere', 'Se importa de todo. El import y el export subieron.'],
    ['escaped signs', 'Una llave \\{así\\}, otra &#123;, y a \\< b. &#105;mport es una palabra.'],
    ['code spans', 'Escribe `{x}`, `import a from "b"` y ``<script>``.'],
    ['fenced code', '```js\nimport a from "b";\n{x}\n<script>alert(1)</script>\n```'],
    ['links', '[a](https://example.org/a?x=1&y=2#z) y <https://example.org/data:x>'],
    [
      'a link to a file about data',
      '[Datos](/assets/images/posts/data.pdf) y [más](https://example.org/javascript:guia)',
    ],
    [
      'blocks',
      '<Video url="https://www.youtube.com/watch?v=1" title="Data: los números" />\n\n<Callout type="dato">\n\nHola **tú**.\n\n</Callout>',
    ],
    ['comments, which a rule removes', '<!--StartFragment-->\n\nHola <!-- {x} --> tú.\n\n<!--EndFragment-->'],
    [
      'plain HTML, which rules repair',
      '<div class="x"><p style="color:red">Hola<br>tú</p></div>\n\n<iframe src="https://example.org/a?b=1" allowfullscreen></iframe>',
    ],
  ])('%s', (_name, body) => {
    expect(find(body)).toEqual([]);
  });
});

test('a finding says line, column and reason', () => {
  const source = toSource('Una frase.\n\nOtra con <b>algo</b> y {1 + 1} en medio.\n\n<Otro />');
  expect(findCode(posts, source, file)).toMatchObject([
    {
      location: { line: firstLine + 2, column: 24 },
      message: 'El texto tiene código entre llaves: «{1 + 1}».',
    },
    { location: { line: firstLine + 4, column: 1 }, message: 'El bloque «Otro» no existe.' },
  ]);
});

test.each([
  ['a lone brace', 'Una {llave sola.', 1],
  ['a sign before a number', 'Uno.\n\na <3', 3],
  ['an open brace', 'Uno <b>.\n\n{', 3],
  ['braces around words', 'Uno.\n\nEscribe {tu nombre} aquí.', 3],
])('%s, which MDX cannot read, is shown with its line', (_name, body, line) => {
  const [finding, ...more] = findCode(posts, toSource(body), file);
  expect(more).toEqual([]);
  expect(finding?.location.line).toBe(firstLine + line - 1);
  expect(finding?.message).toContain(body.split('\n').at(-1));
});

test('line ends of Windows count as one', () => {
  const source = toSource('Uno.\n\n{x}').replaceAll('\n', '\r\n');
  expect(findCode(posts, source, file)).toMatchObject([{ location: { line: firstLine + 2, column: 1 } }]);
});

describe('front matter', () => {
  test.each([
    ['an image', { image: 'javascript:alert(1)' }, 'image'],
    ['an address in odd case', { image: 'JavaScript:alert(1)' }, 'image'],
    ['an address with a line break', { image: 'java\nscript:alert(1)' }, 'image'],
    ['an old address', { aliases: ['/a', 'data:text/html,x'] }, 'aliases.1'],
  ])('%s that runs code is an error at its field', (_name, values, field) => {
    const source = serializeEntry(posts, { ...cleanPost, ...values });
    expect(findCode(posts, source, file)).toMatchObject([{ rule: 'code', field, hint: safety.addressHint }]);
  });

  test('a title may speak of JavaScript', () => {
    const source = serializeEntry(posts, {
      ...cleanPost,
      title: 'javascript: qué es',
      description: 'data: nada',
    });
    expect(findCode(posts, source, file)).toEqual([]);
  });

  test('settings are looked at, too', () => {
    const source = 'navigation:\n  - label: Inicio\n    href: "javascript:alert(1)"\n';
    expect(findCode(settings, source, 'src/content/site.yml')).toMatchObject([
      { location: { line: 3 }, field: 'navigation.0.href' },
    ]);
  });
});

test('files that serializeEntry wrote hold no code, whatever the values', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(findCode(posts, serializeEntry(posts, { ...cleanPost, body }), file)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** Is there anything in a file that the parser of the build takes for code? undefined: it cannot read it. */
function hasCode(mdx: string): boolean | undefined {
  try {
    return [...walk(parseMdx(mdx))].some(
      ({ type, attributes = [] }) =>
        /^mdx(?:FlowExpression|TextExpression|jsEsm)$/u.test(type) ||
        attributes.some(
          (attribute) => attribute.type !== 'mdxJsxAttribute' || typeof attribute.value === 'object',
        ),
    );
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const signs = [
  '\\',
  '{',
  '}',
  '`',
  '```',
  '\n',
  '\n\n',
  '> ',
  '- ',
  'x',
  '<',
  '<b>',
  '](<',
  '>)',
  '<!--',
  '-->',
  '1',
];
const pieces = [
  ...signs,
  '\n\n<Callout type="dato">\n\n',
  '\n\n</Callout>\n\n',
  '\n\n<Video url="https://a.b/c" title="t" />\n\n',
  '\nimport a from "b"\n',
  'export const a = 1',
  '<https://a.b>',
  '&#123;',
];

test('what the parser of the build takes for code is found, however it is hidden', () => {
  const mdx = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(mdx, bodies), (body) => {
      if (hasCode(body) === true) expect(find(body)).not.toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
