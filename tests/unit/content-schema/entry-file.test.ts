import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  type Collection,
  collections,
  EntryError,
  parseEntry,
  serializeEntry,
} from '../../../content-schema/index.ts';
import { toEntries } from './arbitraries.ts';
import { runs } from './markdown.ts';

vi.setConfig({ testTimeout: 120_000 });

const file = 'entry.mdx';
const read = (collection: Collection, source: string) => parseEntry(collection, source, file).values;
const withBody = (collection: Collection, values: Record<string, unknown>) =>
  'body' in collection.fields ? { ...values, body: values['body'] ?? '' } : values;

describe.each(Object.values(collections))('a file of $name', (collection: Collection) => {
  test('gives back every value that was written to it', () => {
    fc.assert(
      fc.property(toEntries(collection), (values) => {
        const source = serializeEntry(collection, values);
        expect(read(collection, source)).toEqual(withBody(collection, values));
        expect(collection.schema.safeParse(read(collection, source)).success).toBe(true);
      }),
      runs(400),
    );
  });

  test('is the same bytes when it is written again', () => {
    fc.assert(
      fc.property(toEntries(collection), (values) => {
        const source = serializeEntry(collection, values);
        expect(serializeEntry(collection, read(collection, source))).toBe(source);
      }),
      runs(400),
    );
  });

  test('has its keys in the order of the schema, whatever the order of the values', () => {
    fc.assert(
      fc.property(toEntries(collection), (values) => {
        const reversed = Object.fromEntries(Object.entries(values).reverse());
        const source = serializeEntry(collection, reversed);
        expect(source).toBe(serializeEntry(collection, values));
        const keys = Object.keys(read(collection, source));
        expect(keys).toEqual(Object.keys(collection.fields).filter((key) => keys.includes(key)));
      }),
      runs(100),
    );
  });

  test('is NFC with LF and a final newline', () => {
    fc.assert(
      fc.property(toEntries(collection), (values) => {
        const source = serializeEntry(collection, values);
        expect(source).toBe(source.normalize('NFC'));
        expect(source).not.toContain('\r');
        expect(source.endsWith('\n')).toBe(true);
      }),
      runs(100),
    );
  });
});

const { posts, site } = collections;
const post = {
  title: 'Cómo citar',
  image: '/assets/images/posts/a.jpg',
  description: 'Comillas y fuentes.',
  autor: 'Diego Tzoc',
  date: '2026-05-12T07:45:00-06:00',
  highlight: false,
};
const parseError = (source: string, collection: Collection = posts) => {
  try {
    parseEntry(collection, source, file);
  } catch (error) {
    if (error instanceof EntryError) return error.findings;
    throw error;
  }
  return [];
};

describe('serializeEntry', () => {
  test('writes plain front matter, a date without quotes and the body as it is', () => {
    expect(serializeEntry(posts, { ...post, body: 'Hola.\n\n- uno\n- dos' })).toBe(
      [
        '---',
        'title: Cómo citar',
        'image: /assets/images/posts/a.jpg',
        'description: Comillas y fuentes.',
        'autor: Diego Tzoc',
        'date: 2026-05-12T07:45:00-06:00',
        'highlight: false',
        '---',
        'Hola.',
        '',
        '- uno',
        '- dos',
        '',
      ].join('\n'),
    );
  });

  test.each([
    'yes',
    'null',
    '1e3',
    '007',
    '0x1F',
    '~',
    '12:30:45',
    'true',
    '- a',
    '#a',
    'a: b',
    '*a',
    '&a',
    '!a',
    '',
  ])('quotes the title %j, which YAML would read as something else', (title) => {
    const source = serializeEntry(posts, { ...post, title });
    expect(source).toMatch(/\ntitle: ["']|^---\ntitle: ["']/u);
    expect(read(posts, source)['title']).toBe(title);
  });

  test('writes the keys of nested groups in the order of the form', () => {
    const corrections = [{ text: 'El nombre.', date: post.date }];
    expect(serializeEntry(posts, { ...post, corrections })).toContain(
      'corrections:\n  - date: 2026-05-12T07:45:00-06:00\n    text: El nombre.\n',
    );
  });

  test.each(['  \n', 'a\n  \nb', '\n\ta', ' a\nb ', 'a\n\n', '\n'])(
    'keeps the blanks of %j',
    (description) => {
      const source = serializeEntry(posts, { ...post, description });
      expect(read(posts, source)['description']).toBe(description);
      expect(serializeEntry(posts, read(posts, source))).toBe(source);
    },
  );

  test('does not fold long lines', () => {
    const description = 'palabra '.repeat(60).trim();
    expect(serializeEntry(posts, { ...post, description })).toContain(`description: ${description}\n`);
  });

  test('leaves out empty optional values and keeps empty required ones and unknown keys', () => {
    const values = {
      ...post,
      correo: '',
      tags: [],
      imageAlt: null,
      aliases: undefined,
      title: '',
      extra: 'a',
    };
    const source = serializeEntry(posts, values);
    expect(read(posts, source)).toEqual({ ...post, title: '', extra: 'a', body: '' });
    expect(source).toMatch(/\nextra: a\n---\n$/u);
  });

  test('normalises values as a form has them: decomposed accents and CRLF', () => {
    const values = { ...post, title: 'A\u0301rbol', body: 'uno\r\nimport a from "b"\rdos\r\n' };
    const { title, body } = read(posts, serializeEntry(posts, values));
    expect({ title, body }).toEqual({ title: 'Árbol', body: 'uno\nimport a from "b"\ndos\n' });
    expect(serializeEntry(posts, values)).toContain('\n&#105;mport a');
  });
});

describe('parseEntry', () => {
  test('reads CRLF, a byte order mark and spaces after the fences', () => {
    const source = '\ufeff--- \r\ntitle: a\r\n---\t\r\nuno\r\n\r\ndos\r\n';
    expect(read(posts, source)).toEqual({ title: 'a', body: 'uno\n\ndos' });
  });

  test('takes only the first pair of fences for front matter', () => {
    expect(read(posts, '---\ntitle: a\n---\nuno\n\n---\n\ndos: tres\n---\n')).toEqual({
      title: 'a',
      body: 'uno\n\n---\n\ndos: tres\n---',
    });
  });

  test.each([
    ['---\n---\n', ''],
    ['---\n---', ''],
    ['---\n---\n\n', ''],
    ['---\n---\n\n\na', '\n\na'],
  ])('reads %j without values', (source, body) => {
    expect(read(posts, source)).toEqual({ body });
  });

  test('reads keys that JavaScript objects have by birth', () => {
    const values = read(posts, '---\nconstructor: a\ntoString: b\n__proto__: c\n---\n');
    expect(Object.entries(values)).toEqual([
      ['constructor', 'a'],
      ['toString', 'b'],
      ['__proto__', 'c'],
      ['body', ''],
    ]);
  });

  test('says the line and column of a value, of its nearest parent, and of the body', () => {
    const source = '---\ntitle: a\ncorrections:\n  - date: x\n    text: y\n---\n\nHola.\n';
    const { locate } = parseEntry(posts, source, file);
    expect(locate(['title'])).toEqual({ line: 2, column: 8 });
    expect(locate(['corrections', 0, 'text'])).toEqual({ line: 5, column: 11 });
    expect(locate(['corrections', 0, 'other'])).toEqual({ line: 4, column: 5 });
    expect(locate(['body'])).toEqual({ line: 7, column: 1 });
    expect(locate(['image'])).toEqual({ line: 1, column: 1 });
    expect(parseEntry(site, 'name: a\nurl: b\n', file).locate(['url'])).toEqual({ line: 2, column: 6 });
  });

  test.each<[behaviour: string, source: string, line: number, column: number, message: string]>([
    ['no front matter', 'Hola.\n', 1, 1, 'El archivo no empieza con un encabezado entre dos líneas «---».'],
    ['an empty file', '', 1, 1, 'El archivo no empieza con un encabezado entre dos líneas «---».'],
    [
      'front matter without end',
      '---\ntitle: a\n',
      1,
      1,
      'El archivo no empieza con un encabezado entre dos líneas «---».',
    ],
    ['a duplicate key', '---\ntitle: a\ntitle: b\n---\n', 3, 1, 'Una clave del encabezado está dos veces.'],
    [
      'an open quote',
      '---\ntitle: "a\n---\n',
      3,
      1,
      'Falta un signo en el encabezado: revisa comillas y dos puntos.',
    ],
    ['a tab', '---\ncorrections:\n\t- a\n---\n', 3, 1, 'El encabezado usa tabuladores: usa espacios.'],
    ['a colon in plain text', '---\ntitle: a: b\n---\n', 2, 8, 'Un valor con dos puntos va entre comillas.'],
    ['a list', '---\n- a\n---\n', 2, 1, 'El encabezado no es una lista de claves y valores.'],
    [
      'emphasis',
      '---\ntitle: a\ndescription: *importante*\n---\n',
      3,
      14,
      'Un valor que empieza con *, & o ! va entre comillas.',
    ],
    ['an anchor', '---\ntitle: &a b\n---\n', 2, 11, 'Un valor que empieza con *, & o ! va entre comillas.'],
    [
      'a tag',
      '---\ntitle: !atencion a todos\n---\n',
      2,
      18,
      'Un valor que empieza con *, & o ! va entre comillas.',
    ],
    [
      'a body key',
      '---\ntitle: a\nbody: b\n---\n',
      3,
      7,
      'La clave «body» no va en el encabezado: el texto va debajo.',
    ],
  ])('refuses %s', (_, source, line, column, message) => {
    expect(parseError(source)).toEqual([
      {
        rule: 'front-matter-syntax',
        severity: 'error',
        location: { file, line, column },
        message,
        hint: 'Corrige el encabezado del archivo o pide ayuda a quien mantiene el sitio.',
      },
    ]);
  });

  test('refuses a settings file that is no mapping, with its line', () => {
    expect(parseError('# uno\n"a', site)).toMatchObject([{ location: { line: 2 } }]);
    expect(parseError('hola', site)).toMatchObject([{ location: { line: 1, column: 1 } }]);
  });

  test('throws nothing but EntryError, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ maxLength: 5 }),
            fc.constantFrom(
              '---\n',
              'title: ',
              '*a',
              '&a ',
              '!!binary ',
              '? ',
              '- ',
              '"',
              '{',
              '<<: ',
              '%YAML 1.1\n',
              '...\n',
            ),
          ),
          { maxLength: 10 },
        ),
        (parts) => {
          parseError(`---\n${parts.join('')}\n---\n`);
          parseError(parts.join(''), site);
        },
      ),
      runs(500),
    );
  });
});
