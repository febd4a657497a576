import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { findTags, fromMdx, isComponentName, toMdx } from '../../../content-schema/index.ts';
import { bodies, type Node, parseMdx, runs, toPlainText, walk } from './markdown.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What could run or is not ours in a tree: no body may have any. */
const findCode = (tree: Node): Node[] =>
  [...walk(tree)].filter(
    ({ type, name, attributes = [] }) =>
      type === 'mdxjsEsm' ||
      type.endsWith('Expression') ||
      (type.startsWith('mdxJsx') &&
        (name == null ||
          !isComponentName(name) ||
          attributes.some(
            (attribute) => attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string',
          ))),
  );

describe('toMdx and fromMdx', () => {
  test('reading what was written gives the body again', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(fromMdx(toMdx(body))).toBe(body);
      }),
      runs(1000),
    );
  });

  test('no text at all becomes code, an unknown element or a syntax error', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(findCode(parseMdx(toMdx(body)))).toEqual([]);
      }),
      runs(1000),
    );
  });

  test('a reader sees every character that was meant literally', () => {
    const words = fc.constantFrom(
      ...[
        'a',
        'ñ',
        '{',
        '}',
        '<',
        '</',
        '/>',
        '<b>',
        '{c}',
        '<C d="e">',
        '{/*f }',
        '<!-- g -->',
        '👩🏽‍🚀',
        '"',
        "'",
      ],
      ...[
        'https://a.b/',
        'https://a.b/{c}',
        'www.a.b/<c',
        'http://a.b<',
        'import a',
        'export',
        '(',
        ')',
        ': ',
        ' ',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = `a${parts.join('')}z`.replace(/<https?:/gu, '(https:').replace(/ +/gu, ' ');
        expect(toPlainText(parseMdx(toMdx(text)))).toBe(text);
      }),
      runs(500),
    );
  });

  test.each([
    ['plain text', 'Hola, «mundo».', 'Hola, «mundo».'],
    ['braces and angles', 'a {b} <c> d', 'a \\{b\\} \\<c> d'],
    ['escapes', 'a \\{b\\} \\<c>', 'a &#123;b&#125; &#60;c>'],
    ['a backslash before an escape', 'a \\\\{b', 'a \\\\\\{b'],
    ['references', '&#123; &#0123; &lt;', '&#0123; &#00123; &lt;'],
    [
      'a module',
      'import a from "b"\n\nexport const c = 1',
      '&#105;mport a from "b"\n\n&#101;xport const c = 1',
    ],
    ['a module after a byte order mark', '\ufeffimport a', '\ufeff&#105;mport a'],
    ['words like a module', 'importante\nimport\n import a', 'importante\nimport\n import a'],
    ['a code span', '`{a}` {b}', '`{a}` \\{b\\}'],
    ['a code span over a line that starts with a brace', '`a\n{b}`', '`a\n\\{b\\}`'],
    ['a fence', '```js {1}\nimport {a} from <b>\n```\n{c}', '```js {1}\nimport {a} from <b>\n```\n\\{c\\}'],
    ['a fence without end', '~~~\n{a}', '~~~\n{a}'],
    ['a fence after a byte order mark', '\ufeff```\n{a}\n```', '\ufeff```\n{a}\n```'],
    ['a table', '| a | b |\n| - | - |\n| `x\\|{y}` | {z} |', '| a | b |\n| - | - |\n| `x\\|{y}` | \\{z\\} |'],
    ['a destination', '[a](<b c> "d<e")\n\n[f]: <g h>', '[a](<b c> "d\\<e")\n\n[f]: <g h>'],
    ['a destination on a line of its own', '[a](\n<b c>)', '[a](\n\\<b c>)'],
    ['an address with a brace', 'https://a.b/{c}', 'https&#58;//a.b/\\{c\\}'],
    ['an address before an angle', 'www.a.b<', 'www&#46;a.b\\<'],
    ['a linked address with a brace', '[a](https://a.b/{c})', '[a](https://a.b/\\{c\\})'],
    [
      'an address between angles',
      'a <https://b.c/d_e?f=g&h> i',
      'a [https://b.c/d_e?f=g&h](<https://b.c/d_e?f=g&h>) i',
    ],
    ['a link like that one', '[https://a.b](<https://a.b>)', '[https://a.b](<https://a.b> )'],
    ['a component', '<Figure image="a" alt="{" />', '\\<Figure image="a" alt="\\{" />'],
    ['a component between blank lines', 'a\n\n<Figure image="a" />\n\nb', 'a\n\n<Figure image="a" />\n\nb'],
    ['a component that touches a paragraph', 'a\n<Figure image="a" />', 'a\n\\<Figure image="a" />'],
    [
      'a pair',
      '<Callout type="dato">\n\n{a}\n\n</Callout>',
      '<Callout type="dato">\n\n\\{a\\}\n\n</Callout>',
    ],
    ['half a pair', '<Callout type="dato">\n\n{a}', '\\<Callout type="dato">\n\n\\{a\\}'],
    ['a pair that a fence breaks', '<Callout>\n\n```\n\n</Callout>', '\\<Callout>\n\n```\n\n</Callout>'],
    ['an unknown component', '<Script />', '\\<Script />'],
    ['an attribute that is code', '<Figure alt={a} />', '\\<Figure alt=\\{a\\} />'],
    ['a comment', '<!--StartFragment-->', '\\<!--StartFragment-->'],
  ])('write and read %s', (_, body, mdx) => {
    expect(toMdx(body)).toBe(mdx);
    expect(fromMdx(mdx)).toBe(body);
  });

  test('code is shown as it was written', () => {
    const code = fc
      .array(fc.constantFrom('{', '}', '<a>', '\\', 'import a', '&#123;', '&lt;', 'x', ' ', '\n'), {
        maxLength: 8,
      })
      .map((parts) => `a${parts.join('')}z`);
    fc.assert(
      fc.property(code, fc.constantFrom('', '\ufeff', 'a {b}\n\n', '- c\n\n'), (text, before) => {
        const [fence] = [...walk(parseMdx(toMdx(`${before}~~~\n${text}\n~~~\n\n{d}`)))].filter(
          ({ type }) => type === 'code',
        );
        expect(fence?.value).toBe(text);
        const line = text.replaceAll('\n', ' ');
        const [span] = [...walk(parseMdx(toMdx(`{e} \`${line}\``)))].filter(
          ({ type }) => type === 'inlineCode',
        );
        expect(span?.value).toBe(line);
      }),
      runs(300),
    );
  });

  test('an address between angles is a link to it', () => {
    const links = [...walk(parseMdx(toMdx('Escribe a <https://a.b/c_d?e=f&g>.')))].filter(
      ({ type }) => type === 'link',
    );
    expect(links).toMatchObject([{ url: 'https://a.b/c_d?e=f&g' }]);
  });

  test('an address with braces is a link, braces and all', () => {
    const links = [...walk(parseMdx(toMdx('https://a.b/{c}?d')))].filter(({ type }) => type === 'link');
    expect(links).toMatchObject([{ url: 'https://a.b/{c}?d' }]);
  });
});

describe('findTags', () => {
  test('lists tags with their place and attributes, in order', () => {
    const body =
      'a\n\n<Callout type="cita">\n\n<Video url="https://a.b" title="&quot;c&quot;" />\n\n</Callout>';
    expect(findTags(body)).toEqual([
      { kind: 'open', name: 'Callout', attributes: { type: 'cita' }, start: 3, end: 24, line: 3 },
      {
        kind: 'self',
        name: 'Video',
        attributes: { url: 'https://a.b', title: '"c"' },
        start: 26,
        end: 75,
        line: 5,
      },
      { kind: 'close', name: 'Callout', attributes: {}, start: 77, end: 87, line: 7 },
    ]);
  });

  test.each([
    ['in a fence', '```\n\n<Figure image="a" />\n\n```'],
    ['in a list', '- a\n\n  <Figure image="a" />'],
    ['in a paragraph', 'a <Figure image="a" />'],
    ['beside a paragraph', '<Figure image="a" />\na'],
    ['without its partner', '<Callout>\n\na'],
    ['closed by another', '</Callout>\n\n<Callout>'],
    ['with an expression', '<Figure image={a} />'],
    ['of no component', '<Iframe image="a" />'],
  ])('does not list a tag %s', (_, body) => {
    expect(findTags(body)).toEqual([]);
  });

  test('lists the same tags in memory and in the file', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const names = (text: string) =>
          findTags(text).map(({ kind, name, attributes }) => ({ kind, name, attributes }));
        expect(names(toMdx(body))).toEqual(names(body));
        const elements = [...walk(parseMdx(toMdx(body)))].filter(({ type }) => type.startsWith('mdxJsx'));
        expect(elements.map(({ name }) => name)).toEqual(
          findTags(body).flatMap(({ kind, name }) => (kind === 'close' ? [] : [name])),
        );
      }),
      runs(400),
    );
  });
});

/** Milliseconds to write and read a body: the best of three, as other work on the machine only adds. */
function measure(body: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    fromMdx(toMdx(body));
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('time', () => {
  test.each<[body: string, toBody: (size: number) => string]>([
    ['components', (size) => '<Figure image="a" alt="b" />\n\n'.repeat(size / 30)],
    ['pairs and code', (size) => '<Callout>\n\n`{a}`\n\n</Callout>\n\n'.repeat(size / 30)],
    ['backslashes', (size) => '\\'.repeat(size)],
    ['zeros', (size) => '&#0000'.repeat(size / 6)],
    ['addresses', (size) => 'https://a.b/{c} <https://a.b>\n\n'.repeat(size / 30)],
    ['blanks in a tag', (size) => `<Figure${' '.repeat(size)}`],
    ['attributes', (size) => `<Figure${' a="b"'.repeat(size / 6)}`],
    ['quote marks', (size) => `a\n${' '.repeat(size)}x`],
  ])('grows with the length of a body full of %s and not faster', (_, toBody) => {
    // Sixteen times as long: quadratic would be 256 times as slow.
    expect(measure(toBody(32_000))).toBeLessThan(Math.max(measure(toBody(2_000)), 5) * 100);
  });
});
