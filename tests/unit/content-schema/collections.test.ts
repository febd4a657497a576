import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import {
  checkEntry,
  collections,
  isFolder,
  loadEntry,
  parseEntry,
  serializeEntry,
  toEntryId,
  type Values,
} from '../../../content-schema/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const { posts, site } = collections;

const post = {
  title: 'Cómo citar',
  image: '/assets/images/posts/a.jpg',
  description: 'Comillas y fuentes.',
  autor: 'Diego Tzoc',
  date: '2026-05-12T07:45:00-06:00',
};
const passes = (values: Values): boolean => posts.schema.safeParse({ ...post, ...values }).success;

/** A limit counts what a reader calls a character at most, not UTF-16 units: an emoji here is one. */
const long = (length: number): string => '🚀'.repeat(length);

describe('posts', () => {
  test.each<[field: string, accepted: readonly unknown[], refused: readonly unknown[]]>([
    [
      'title',
      [long(3), long(125), 'a: b', '  a'],
      [long(2), long(126), '', 'a\nb', 'a\u0000bc', 'ab\ud800', undefined, 123],
    ],
    ['description', ['a', long(500), 'a\nb\tc'], ['', long(501), 'a\u0007', undefined]],
    ['autor', [long(2), long(60), 'Quien no está en la lista'], ['a', long(61), undefined]],
    ['correo', [undefined, 'a@b.org', 'a.b+c@d-e.org'], ['', 'a', 'a@', '@b', 'a b@c.d', 'a@b.c\n', 'ñ@b.c']],
    [
      'date',
      ['2026-05-12T07:45:00Z', '2026-05-12T07:45:00.123Z', '2024-02-29T00:00:00+14:00'],
      [
        '2026-05-12',
        '2026-05-12T07:45:00',
        '2026-05-12 07:45:00Z',
        '2026-05-12T07:45-06:00',
        '2023-02-29T00:00:00Z',
        '2026-05-12T24:00:00Z',
        '',
        undefined,
      ],
    ],
    [
      'image',
      [
        '/assets/images/posts/a.jpg',
        '/assets/images/posts/b/año (1).jpeg',
        '/assets/images/posts/..a/b...png',
        'https://a.b/c.jpg',
      ],
      [
        '/assets/images/posts/',
        '/assets/images/posts/../a.jpg',
        '/assets/images/posts/b/..',
        '/assets/images/posts/./a.jpg',
        '/assets/images/posts/a.jpg?b',
        '/assets/images/posts/a\\..\\b',
        '/assets/images/a.jpg',
        'assets/images/posts/a.jpg',
        'http://a.b/c.jpg',
        'https://a.b/"c',
        'https://a.b/\u0007',
        'https://',
        '',
        undefined,
      ],
    ],
    ['highlight', [undefined, true, false], ['true', 1, null]],
    ['imageAlt', [undefined, 'a', long(500)], ['', long(501)]],
    ['tags', [undefined, ['a', 'b'], [long(60)]], [[], [''], 'a', [long(61)]]],
    [
      'aliases',
      [undefined, ['/blog/título-viejo']],
      [['blog/a'], ['//a.b'], ['/a b'], ['/a?b'], ['https://a.b']],
    ],
    [
      'corrections',
      [undefined, [{ date: post.date, text: 'a\nb' }]],
      [
        [{ date: post.date }],
        [{ date: post.date, text: 'a', other: 'b' }],
        [{ date: 'ayer', text: 'a' }],
        ['a'],
      ],
    ],
    ['body', [undefined, '', 'a\n\tb', long(10_000)], ['a\u0000', 'a\ud800', 1]],
    ['other', [], ['a', null]],
  ])('accept in %s what the first users have, and no more', (field, accepted, refused) => {
    expect(accepted.filter((value) => !passes({ [field]: value }))).toEqual([]);
    expect(refused.filter((value) => passes({ [field]: value }))).toEqual([]);
  });

  test('have no highlight and no text unless the file says so', () => {
    expect(posts.schema.parse(post)).toEqual({ ...post, highlight: false, body: '' });
  });
});

describe('site', () => {
  test.each<
    [
      field: 'timeZone' | 'language' | 'accent' | 'url',
      accepted: readonly string[],
      refused: readonly string[],
    ]
  >([
    // Names of one zone that browsers and Node list differently.
    [
      'timeZone',
      ['UTC', 'America/Guatemala', 'America/Argentina/Buenos_Aires', 'America/Buenos_Aires', 'Asia/Kolkata'],
      ['', 'Guatemala', '-06:00', 'America/Antigua_Guatemala'],
    ],
    ['language', ['es', 'es-GT', 'quc'], ['', 'español', 'es_GT', 'ES']],
    ['accent', ['#0b5d7a', '#FFFFFF'], ['', 'azul', '#fff', '0b5d7a']],
    [
      'url',
      ['https://a.b', 'https://a.b/c?d={e}#f'],
      ['', 'http://a.b', 'https://a', 'https://.a', 'https://a.b c'],
    ],
  ])('accepts in %s what it must, and no more', (field, accepted, refused) => {
    const { schema } = site.fields[field];
    expect(accepted.filter((value) => !schema.safeParse(value).success)).toEqual([]);
    expect(refused.filter((value) => schema.safeParse(value).success)).toEqual([]);
  });
});

describe('toEntryId', () => {
  test.each([
    ['src/content/posts/2026-05-12-a.mdx', '2026-05-12-a'],
    ['src/content/posts/ñ 🚀.mdx', 'ñ 🚀'],
    ['src/content/posts/.mdx', undefined],
    ['src/content/posts/a.md', undefined],
    ['src/content/posts/b/a.mdx', undefined],
    ['src/content/postsa.mdx', undefined],
    ['src/content/pages/a.mdx', undefined],
  ])('of the path %s in posts is %s', (path, id) => {
    expect(toEntryId(posts, path)).toBe(id);
  });

  test('of a settings file is the name of its collection', () => {
    expect(toEntryId(site, 'src/content/site.yml')).toBe('site');
    expect(toEntryId(site, 'src/content/other.yml')).toBeUndefined();
  });
});

const root = new URL('../../../', import.meta.url);
const readAll = (folder: URL): { name: string; source: string }[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, source: readFileSync(new URL(encodeURIComponent(name), folder), 'utf8') }));

describe("the project's own content", () => {
  test.each(Object.values(collections))(
    'of $name passes its schema and is written as it stands',
    (collection) => {
      const files = isFolder(collection)
        ? readAll(new URL(`${collection.folder}/`, root))
        : [{ name: 'site.yml', source: readFileSync(new URL(collection.file, root), 'utf8') }];
      expect(files).not.toEqual([]);
      for (const { name, source } of files) {
        loadEntry(collection, source, name);
        expect(serializeEntry(collection, parseEntry(collection, source, name).values), name).toBe(source);
      }
    },
  );
});

const dataset = new URL('../../../../shared/dataset/', import.meta.url);
const isAbsent = !existsSync(dataset);

describe.skipIf(isAbsent)("the first users' posts (skipped where ../shared/dataset is not there)", () => {
  const read = (folder: string) => (isAbsent ? [] : readAll(new URL(folder, dataset)));
  const legacyPrefix = '/src/assets/img/posts/';

  test('the seed passes as it is, with its seven fields, and is stable once written', () => {
    const [seed] = read('seed/');
    const { name = '', source = '' } = seed ?? {};
    const parsed = parseEntry(posts, source, name);
    expect(Object.keys(parsed.values)).toEqual([
      ...['title', 'image', 'description', 'autor', 'correo', 'date', 'highlight', 'body'],
    ]);
    expect(checkEntry(posts, parsed, name).success).toBe(true);
    const head = source.slice(0, source.indexOf('---\n', 4) + 4);
    expect(parsed.values['body']).toBe(source.slice(head.length).replace(/\n$/u, '').normalize('NFC'));
    const written = serializeEntry(posts, parsed.values);
    expect(parseEntry(posts, written, name).values).toEqual(parsed.values);
    expect(serializeEntry(posts, parseEntry(posts, written, name).values)).toBe(written);
  });

  test('fail for the folder of their images alone', () => {
    const results = read('posts/').map(({ name, source }) => {
      const asTheyAre = checkEntry(posts, parseEntry(posts, source, name), name);
      const parsed = parseEntry(posts, source, name);
      const image = String(parsed.values['image']).replace(legacyPrefix, '/assets/images/posts/');
      const mapped = checkEntry(posts, { ...parsed, values: { ...parsed.values, image } }, name);
      return { asTheyAre: asTheyAre.success, mapped: mapped.success };
    });
    expect(results).toHaveLength(32);
    expect(results.filter(({ asTheyAre }) => asTheyAre)).toHaveLength(0);
    // The other one has its image in /uploads/.
    expect(results.filter(({ mapped }) => mapped)).toHaveLength(31);
  });

  test.each(['posts/', 'history/before/', 'history/after/'])(
    'of %s keep every value and byte of text',
    (folder) => {
      const files = read(folder);
      expect(files.length).toBeGreaterThanOrEqual(30);
      for (const { name, source } of files) {
        const { values } = parseEntry(posts, source, name);
        const written = serializeEntry(posts, values);
        expect(parseEntry(posts, written, name).values, name).toEqual(values);
        expect(serializeEntry(posts, parseEntry(posts, written, name).values), name).toBe(written);
      }
    },
  );
});
