import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { collections, type Finding, type Values } from '../../../../content-schema/index.ts';
import {
  type Report,
  reportEntry,
  summarize,
  toHtml,
  toMarkdown,
  toText,
} from '../../../../src/review/report/index.ts';
import { runs } from '../../content-schema/markdown.ts';

const finding = (message: string): Finding => ({
  rule: 'a',
  severity: 'warning',
  location: { file: 'src/content/posts/a.mdx', line: 3, column: 1 },
  message,
  hint: message,
});

const toReport = (before: Values | undefined, after: Values | undefined, message = 'Falta algo.'): Report => {
  const version = (values: Values | undefined) =>
    values && { id: 'a', path: 'src/content/posts/a.mdx', values };
  return {
    entries: [reportEntry(collections.posts, version(before), version(after))],
    media: [
      {
        path: `src/assets/${message}`,
        kind: 'added',
        after: { bytes: 1_900_000, width: 4000, height: 3000 },
      },
    ],
    findings: { new: [finding(message)], fixed: [finding(message)], remaining: [] },
  };
};

/** Texts that try to be more than text. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '@octocat',
        '#12',
        'GH-12',
        '<script>alert(1)</script>',
        '<img src=x onerror=y>',
        '-->',
        '<!--',
        '</details>',
      ],
      ...[
        '```',
        '~~~',
        '[a](https://evil.example)',
        '![a](https://evil.example/a.png)',
        'https://evil.example',
        'www.evil.example',
      ],
      ...[
        '**',
        '_',
        '`',
        '|',
        '\n',
        '\n\n# x',
        '\n- ',
        '1. ',
        '> ',
        '$x$',
        '\\',
        '&lt;',
        '&#64;octocat',
        '"',
        "'",
        ' ',
        'uno',
        'a@b.example',
        '<https://evil.example>',
      ],
    ),
    { maxLength: 8 },
  )
  .map((list) => list.join(''));

const cases = fc.record({ before: hostile, after: hostile, title: hostile });
const build = ({ before, after, title }: { before: string; after: string; title: string }): Report =>
  toReport(
    { title, tags: [before], body: `${before}\n\nuno` },
    { title: after, tags: [after], body: `uno\n\n${after}`, corrections: [{ date: after, text: after }] },
    after,
  );

describe('hostile texts', { timeout: 60_000 }, () => {
  test('a comment has no link, picture, element, mention or code of theirs', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const markdown = toMarkdown(build(one), { marker: 'gaceta:revision', head: 'abc' });
        const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        visit(tree, (node) => {
          expect([
            'link',
            'linkReference',
            'image',
            'imageReference',
            'definition',
            'code',
            'inlineCode',
            'table',
          ]).not.toContain(node.type);
          if (node.type === 'html') {
            expect(node.value).toMatch(
              /^(?:<\/?(?:ins|del|details|summary)(?: open)?>|<details(?: open)?><summary>[^<]*<\/summary>|<!--[^>]*-->)$/u,
            );
          }
          if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d|\bGH-\d/iu);
        });
      }),
      runs(40),
    );
  });

  test('a document has no element of theirs', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const html = toHtml(build(one), { title: one.title });
        const names = [...html.matchAll(/<(?<name>[^\s>/!][^\s>]*)/gu)].map(
          (match) => match.groups?.['name'],
        );
        const known =
          'html head meta title style body main h1 h2 h3 p a ul li span section dl dt dd ins del details summary strong small'.split(
            ' ',
          );
        expect(names.filter((name) => !known.includes(name ?? ''))).toEqual([]);
        expect(html).not.toMatch(/<[^>]*\son\w+=/u);
      }),
      runs(40),
    );
  });

  test('a screenshot is a picture or nothing', () => {
    const screenshots = new Map([
      [
        'src/content/posts/a.mdx',
        [{ label: '"><b>', before: 'javascript:alert(1)', after: 'data:image/png;base64,AAAA' }],
      ],
    ]);
    const html = toHtml(toReport({ title: 'A' }, { title: 'B' }), { screenshots });
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('<b>');
    expect(html).toContain('src="data:image/png;base64,AAAA"');
  });

  test('an e-mail has no line that they began', () => {
    const text = toText(toReport({ title: 'A' }, { title: 'B\nAsunto: falso' }), { title: 'a\r\nb' });
    expect(text).not.toMatch(/^Asunto/mu);
    expect(text.startsWith('a b\n')).toBe(true);
  });
});

test('a comment on two hundred entries is one that GitHub takes, and says what is left out', () => {
  const words = (offset: number): string =>
    Array.from({ length: 300 }, (_, index) => `palabra${String(index * offset)}`).join(' ');
  const [entry] = toReport({ title: 'A', body: words(1) }, { title: 'B', body: words(7) }).entries;
  const many = { entries: Array.from({ length: 200 }, () => entry).flatMap((one) => one ?? []), media: [] };
  const findings = {
    new: Array.from({ length: 500 }, () => finding('á-'.repeat(100))),
    fixed: [],
    remaining: [],
  };
  const markdown = toMarkdown(
    { ...many, findings },
    { marker: 'gaceta:revision', head: 'abc', url: 'https://a.example' },
  );
  expect(markdown.length).toBeLessThan(60_000);
  expect(markdown).toContain('más.');
  expect(markdown.startsWith('<!-- gaceta:revision -->\n')).toBe(true);
});

test('the findings are in a comment for machines, as they are', () => {
  const markdown = toMarkdown(toReport({ title: 'A' }, { title: 'B' }, 'a --> <b> & -- «c»'), {
    head: 'abc',
  });
  const json = /<!-- gaceta:findings (.+?) -->/u.exec(markdown)?.[1];
  expect(JSON.parse(json ?? '')).toEqual({
    head: 'abc',
    new: [finding('a --> <b> & -- «c»')],
    fixed: [finding('a --> <b> & -- «c»')],
    remaining: [],
  });
});

describe('one line', () => {
  test.each([
    [{ title: 'A', body: 'Uno dos.' }, { title: 'B', body: 'Uno tres.' }, 'Cambiaron el título y 1 párrafo'],
    [
      undefined,
      { title: 'A', body: 'Uno dos.\n\n![a](/assets/images/posts/a.png)' },
      'Artículo nuevo: 2 palabras y 1 imagen',
    ],
    [{ title: 'A', body: 'Uno.' }, undefined, 'Artículo, se retira del sitio: 1 palabra'],
    [{ title: 'A', body: 'Uno. ' }, { title: 'A', body: 'Uno.' }, 'Nada de lo que se lee cambia.'],
    [
      { title: 'A' },
      { title: 'A', corrections: [{ date: '2026-03-04T08:30:00-06:00', text: 'El nombre.' }] },
      'Se agregó 1 corrección',
    ],
    [{ tags: ['a'] }, { tags: ['a', 'b'] }, 'Cambiaron las etiquetas'],
    [
      { body: '[a](https://a.example)' },
      { body: '[a](https://b.example)' },
      'Cambió la dirección de 1 enlace',
    ],
    [
      { body: '![a](/assets/images/posts/a.png)\n\n![a](/assets/images/posts/b.png)' },
      { body: '![b](/assets/images/posts/a.png)\n\n![c](/assets/images/posts/b.png)' },
      'Cambió el texto alternativo de 2 imágenes',
    ],
    [
      { body: '![a](/assets/images/posts/a.png)' },
      { body: '![a](/assets/images/posts/b.png)' },
      'Cambió 1 imagen',
    ],
    [
      { body: 'Uno dos tres. Cuatro cinco seis.' },
      { body: 'Uno dos tres.\n\nCuatro cinco seis.' },
      'Cambió la división en párrafos, no las palabras',
    ],
    [{ body: '> Uno dos tres.' }, { body: 'Uno dos tres.' }, 'Cambió el formato del texto, no las palabras'],
    [
      { body: 'Abre el sábado.\n\n- Lleva agua\n- Llega temprano' },
      { body: 'Este año no hay feria.\n\nVolvemos en enero con otro formato.' },
      'Se reescribió todo el texto',
    ],
    [{ body: 'Uno **dos**.' }, { body: 'Uno dos.' }, 'Cambió el formato del texto, no las palabras'],
  ])('%j → %j', (before, after, line) => {
    expect(summarize({ ...toReport(before, after), media: [] })).toBe(line);
  });

  test('tells what became of files where no text changed', () => {
    const file = { path: 'src/assets/images/a.png', kind: 'changed' } as const;
    const toLine = (media: Report['media']): string => summarize({ ...toReport({}, {}), entries: [], media });
    expect(toLine([file])).toBe('Se reemplazó 1 archivo');
    expect(toLine([file, { ...file, kind: 'added' }])).toBe('2 archivos');
  });

  test('a sentence that goes leaves a space between those that stay', () => {
    const report = toReport({ body: 'Uno dos. Tres cuatro. Cinco.' }, { body: 'Uno dos. Cinco.' });
    expect(toText(report)).toContain('Ahora: Uno dos. Cinco.');
  });

  test('is as short as it has to be', () => {
    const fields = Object.fromEntries(
      ['title', 'description', 'date', 'imageAlt', 'imageCaption', 'image', 'autor'].map((key) => [key, key]),
    );
    const line = summarize(toReport({}, { ...fields, body: 'Uno.' }));
    expect(line.length).toBeLessThanOrEqual(140);
  });
});
