import { describe, expect, test } from 'vitest';
import { type CollectionName, collections, type Values } from '../../../content-schema/index.ts';
import { checkFiles, checkSite, type SiteEntry } from '../../../src/copy-desk/index.ts';

/** An entry with a title and a text of its own, unless told otherwise. */
function entry(id: string, values: Values = {}, name: Exclude<CollectionName, 'site'> = 'posts'): SiteEntry {
  const collection = collections[name];
  const own = { [collection.identifier]: `Título de ${id}`, body: `Texto de ${id}.`, ...values };
  return { collection, file: `${collection.folder}/${id}.mdx`, values: own };
}

/** Rule, severity, file name, field and the other file of every finding. */
const find = (...entries: SiteEntry[]): string[] =>
  checkSite(entries).map(({ rule, severity, location, field, message }) => {
    const other = /src\/content\/[\w-]+\/([^/ ]+)\.mdx/u.exec(message)?.[1];
    const id = /([^/]+)\.mdx$/u.exec(location.file)?.[1];
    return [rule, severity, id, field, other && `→ ${other}`].filter(Boolean).join(' ');
  });

const paragraph = Array.from({ length: 120 }, (_, index) => `palabra${String(index)}`);
const change = (count: number): string =>
  paragraph.map((word, index) => (index < count ? `otra${String(index)}` : word)).join(' ');

describe('checkSite', () => {
  test.each<[name: string, entries: SiteEntry[], findings: string[]]>([
    [
      'entries that have nothing in common',
      [entry('2026-01-02-uno'), entry('2026-01-03-dos'), entry('tres', {}, 'pages')],
      [],
    ],
    [
      'the same title, whatever its case, accents and marks',
      [entry('2026-01-02-uno', { title: '¿Qué cambió?' }), entry('2026-01-03-dos', { title: 'Que cambio' })],
      [
        'same-title warning 2026-01-02-uno title → 2026-01-03-dos',
        'same-title warning 2026-01-03-dos title → 2026-01-02-uno',
      ],
    ],
    [
      'the same title in another collection',
      [entry('2026-01-02-uno', { title: 'Contacto' }), entry('contacto', { title: 'Contacto' }, 'pages')],
      [],
    ],
    [
      'titles that are missing or no text',
      [
        entry('a', { title: undefined }),
        entry('b', { title: undefined }),
        entry('c', { title: 7 }),
        entry('d', { title: 7 }),
      ],
      [],
    ],
    [
      'the same slug on another day',
      [entry('2026-01-02-taller'), entry('2026-02-02-taller')],
      [
        'same-slug warning 2026-01-02-taller → 2026-02-02-taller',
        'same-slug warning 2026-02-02-taller → 2026-01-02-taller',
      ],
    ],
    [
      'the same slug and title are told once',
      [entry('2026-01-02-taller', { title: 'Taller' }), entry('2026-02-02-taller', { title: 'Taller' })],
      [
        'same-title warning 2026-01-02-taller title → 2026-02-02-taller',
        'same-title warning 2026-02-02-taller title → 2026-01-02-taller',
      ],
    ],
    [
      'nearly the same text',
      [entry('2026-01-02-uno', { body: change(0) }), entry('2026-01-03-dos', { body: `**${change(8)}**` })],
      [
        'same-text warning 2026-01-02-uno body → 2026-01-03-dos',
        'same-text warning 2026-01-03-dos body → 2026-01-02-uno',
      ],
    ],
    [
      'a text with another third',
      [entry('2026-01-02-uno', { body: change(0) }), entry('2026-01-03-dos', { body: change(40) })],
      [],
    ],
    [
      'short texts that are the same',
      [entry('2026-01-02-uno', { body: 'Cierra hoy.' }), entry('2026-01-03-dos', { body: 'Cierra hoy.' })],
      [],
    ],
    [
      'names that differ in case or form of Unicode',
      [entry('quienes', { title: 'Uno' }, 'pages'), entry('Quienes', { title: 'Dos' }, 'pages')],
      [
        'same-address error Quienes → quienes',
        'same-address error quienes → Quienes',
        'slug-name warning Quienes',
      ],
    ],
    ['a page at an address of the site', [entry('admin', {}, 'pages')], ['same-address error admin']],
    [
      'an alias that leads nowhere else',
      [entry('2026-01-02-uno', { aliases: ['/blog/uno', '/blog/uno/'] })],
      [],
    ],
    [
      'an alias that is a page',
      [entry('2026-01-02-uno', { aliases: ['/quienes-somos'] }), entry('quienes-somos', {}, 'pages')],
      ['alias error 2026-01-02-uno aliases.0 → quienes-somos'],
    ],
    [
      'an alias that is another post, encoded',
      [
        entry('2026-01-02-uno', { aliases: ['/blog/uno', '/articulos/2026-01-03-a%C3%B1o/'] }),
        entry('2026-01-03-año'),
      ],
      ['alias error 2026-01-02-uno aliases.1 → 2026-01-03-año', 'slug-name warning 2026-01-03-año'],
    ],
    [
      'an alias that is its own address',
      [entry('2026-01-02-uno', { aliases: ['/articulos/2026-01-02-uno/'] })],
      ['alias warning 2026-01-02-uno aliases.0'],
    ],
    [
      'an alias that is a route of the site',
      [entry('2026-01-02-uno', { aliases: ['/articulos/', '/admin/x'] })],
      ['alias error 2026-01-02-uno aliases.0', 'alias error 2026-01-02-uno aliases.1'],
    ],
    [
      'an alias of two posts',
      [entry('2026-01-02-uno', { aliases: ['/a'] }), entry('2026-01-03-dos', { aliases: ['/b', '/a/'] })],
      [
        'alias error 2026-01-02-uno aliases.0 → 2026-01-03-dos',
        'alias error 2026-01-03-dos aliases.1 → 2026-01-02-uno',
      ],
    ],
    [
      'aliases that are no list',
      [entry('2026-01-02-uno', { aliases: '/a' }), entry('2026-01-03-dos', { aliases: [7, null] })],
      [],
    ],
    [
      'a name with capitals, spaces and marks',
      [entry('2026-01-02-Año nuevo')],
      ['slug-name warning 2026-01-02-Año nuevo'],
    ],
    ['a slug of 80 characters', [entry(`2026-01-02-${'a'.repeat(80)}`)], []],
    [
      'a slug of 81 characters',
      [entry(`2026-01-02-${'a'.repeat(81)}`)],
      [`slug-length warning 2026-01-02-${'a'.repeat(81)}`],
    ],
    [
      'settings have no address',
      [{ collection: collections.site, file: 'src/content/site.yml', values: { name: 'Gaceta' } }],
      [],
    ],
  ])('%s', (_, entries, findings) => {
    expect(find(...entries)).toEqual(findings);
    expect(find(...entries.toReversed()).sort()).toEqual(findings.toSorted());
  });

  test('names one other file of many and how many more there are', () => {
    const entries = ['a', 'b', 'c'].map((id) => entry(`2026-01-02-${id}`, { title: 'Taller' }));
    expect(checkSite(entries)[2]?.message).toBe(
      'Otro contenido tiene el mismo título: src/content/posts/2026-01-02-a.mdx y 1 más.',
    );
  });

  test('finds each copy among thousands of texts', () => {
    const toText = (seed: number): string =>
      Array.from({ length: 60 }, (_, word) =>
        word % 3 === 0 ? 'común' : `p${String(seed)}q${String(word)}`,
      ).join(' ');
    const originals = Array.from({ length: 2000 }, (_, seed) =>
      entry(`original-${String(seed)}`, { body: toText(seed) }),
    );
    const copies = [5, 700, 1999].map((seed) =>
      entry(`copia-${String(seed)}`, { body: `Aviso. ${String(originals[seed]?.values['body'])}` }),
    );
    const found = find(...originals, ...copies).filter((line) => line.includes('copia'));
    for (const seed of [5, 700, 1999]) {
      expect(found).toContain(`same-text warning copia-${String(seed)} body → original-${String(seed)}`);
      expect(found).toContain(`same-text warning original-${String(seed)} body → copia-${String(seed)}`);
    }
    expect(found).toHaveLength(6);
  });
});

describe('checkFiles', () => {
  test('reports files of no collection and settings that are not there', () => {
    const files = [
      'src/content/posts/a.mdx',
      'src/content/posts/b.md',
      'src/content/posts/x/c.mdx',
      'src/content/.keep',
    ];
    expect(checkFiles(files).map(({ rule, location }) => `${rule} ${location.file}`)).toEqual([
      'settings-missing src/content/site.yml',
      'stray-file src/content/posts/b.md',
      'stray-file src/content/posts/x/c.mdx',
    ]);
    expect(checkFiles(['src/content/site.yml'])).toEqual([]);
  });
});
