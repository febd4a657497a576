import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/search/fold.ts';
import { buildIndex } from '../../../src/search/index.ts';
import { isOneLetterOff } from '../../../src/search/one-letter.ts';
import { toNearestQuery } from '../../../src/search/nearest.ts';
import { stopWords } from '../../../src/search/stop-words.ts';
import { findIds, findIn, toSearchPost } from './search-index.ts';

const posts = [
  toSearchPost('2026-05-01-presupuesto', {
    title: 'El presupuesto de la municipalidad',
    tags: ['datos abiertos', 'ética'],
    body: 'Las **obras** de cada año.\n\n## Cómo leerlo\n\nCon calma.',
  }),
  toSearchPost('2026-04-01-elecciones', {
    title: 'Elecciones generales',
    description: 'Qué votos se cuentan.',
    tags: ['Elecciones'],
    autor: 'Rosa Xicará',
    body: 'El presupuesto del tribunal, el presupuesto otra vez y más presupuesto.',
  }),
  toSearchPost('2026-03-01-congreso', {
    title: 'El congreso sesiona',
    tags: ['datos abiertos'],
    body: 'Nada.',
  }),
];

describe('a search', () => {
  test.each([
    [
      'a word of the title before many in the text',
      'presupuesto',
      ['2026-05-01-presupuesto', '2026-04-01-elecciones'],
    ],
    ['without accents', 'etica', ['2026-05-01-presupuesto']],
    ['with other accents', 'PRESUPUÉSTO obra', ['2026-05-01-presupuesto']],
    ['a plural', 'congresos', ['2026-03-01-congreso']],
    ['a singular', 'voto', ['2026-04-01-elecciones']],
    ['the beginning of the last word', 'muni', ['2026-05-01-presupuesto']],
    ['no beginning when the word has ended', 'muni ', []],
    ['a heading', 'leerlo', ['2026-05-01-presupuesto']],
    ['an author', 'rosa xicara', ['2026-04-01-elecciones']],
    ['all words', 'presupuesto tribunal', ['2026-04-01-elecciones']],
    ['a letter too many', 'congresso', ['2026-03-01-congreso']],
    ['letters in the wrong order', 'conrgeso', ['2026-03-01-congreso']],
    ['nothing', 'zzzzzz', []],
    ['words that are everywhere', 'de la', []],
    ['no words', '¿?', []],
  ])('finds by %s: %s', async (_, text, expected) => {
    expect(await findIds(posts, text)).toEqual(expected);
  });

  test('with words that no article has together gives those that have some, and says so', async () => {
    const result = await findIn(buildIndex(posts), 'congreso tribunal');
    expect(result.isPartial).toBe(true);
    expect(result.hits.map(({ number, words }) => [number, words.map(({ word }) => word)])).toEqual([
      [0, ['congreso']],
      [1, ['tribunal']],
    ]);
  });

  test('of a topic gives its articles, the newest first, or those of them with the words', async () => {
    const topic = 'datos-abiertos';
    expect(await findIds(posts, { topic })).toEqual(['2026-05-01-presupuesto', '2026-03-01-congreso']);
    expect(await findIds(posts, { topic, text: 'congreso' })).toEqual(['2026-03-01-congreso']);
    expect(await findIds(posts, { topic: 'no-hay' })).toEqual([]);
  });

  test('tells which words are only nearly there', async () => {
    const { words } = await findIn(buildIndex(posts), 'congresso obras');
    expect(words.map(({ word, isGuess }) => [word, isGuess])).toEqual([
      ['congresso', true],
      ['obras', false],
    ]);
  });

  test('of an empty site finds nothing', async () => {
    expect(await findIds([], 'algo')).toEqual([]);
    expect(await findIds([], { topic: 'algo' })).toEqual([]);
  });

  test('of equally good articles puts the newest first', async () => {
    const same = ['c', 'b', 'a'].map((id) => toSearchPost(id, { title: 'Marcha por el agua' }));
    expect(await findIds(same, 'agua')).toEqual(['c', 'b', 'a']);
  });
});

const toPlural = (word: string): string =>
  /[aeiouáéíóú]$/u.test(word) ? `${word}s` : word.endsWith('z') ? `${word.slice(0, -1)}ces` : `${word}es`;

test('every word of a post finds it: as it is, without accents, in the plural, in capitals, half typed', async () => {
  const vocabulary =
    'acción agua alcaldía árbol bosque canción ciudad comunidad decisión educación elección estación fiscal ' +
    'gestión hospital información jardín lápiz legislación maíz mercado nación niño opinión país paz población ' +
    'región salud sesión tecnología unión vecino';
  const word = fc.oneof(
    fc.constantFrom(...vocabulary.split(' ')),
    fc
      .string({ unit: fc.constantFrom(...'abcdilmnoprtu'), minLength: 3, maxLength: 9 })
      .map((text) => `${text}or`),
  );
  const part = fc.array(word, { maxLength: 2 }).map((words) => words.join(' '));
  const post = fc.record({ title: part, description: part, body: part, autor: part });
  await fc.assert(
    fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 3 }), async (values) => {
      const all = values.map((value, index) => toSearchPost(`post-${String(index)}`, value));
      const index = buildIndex(all);
      for (const [place, { title, description, body, autor }] of values.entries()) {
        for (const one of `${title} ${description} ${body} ${autor}`.split(/\s+/u)) {
          if (one === '' || stopWords.has(fold(one))) continue;
          const forms = [
            one,
            fold(one),
            toPlural(one),
            one.toUpperCase(),
            one.slice(0, Math.max(3, one.length - 2)),
          ];
          for (const form of forms) {
            const { hits } = await findIn(index, form);
            expect([form, hits.map(({ number }) => number)]).toEqual([
              form,
              expect.arrayContaining([all.length - 1 - place]) as number[],
            ]);
          }
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('one letter off is one letter off', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(isOneLetterOff(one, other)).toBe(toDistance(one, other) === 1);
    }),
    { numRuns: 500 },
  );
});

/** Distance of Damerau and Levenshtein with neighbours in each other's place as one step. */
function toDistance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const row = rows[i];
      if (row === undefined) continue;
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        i > 1 && j > 1 && isSwap ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return at(one.length, other.length);
}

describe('an address that leads nowhere', () => {
  const origin = 'https://gaceta.example.org';

  test('leads to the articles whose addresses and titles have its words', async () => {
    const query = toNearestQuery(`${origin}/blog/2025-01-01-el-presupuest-municipalidad.html`, origin);
    expect(query?.path).toBe('/blog/2025-01-01-el-presupuest-municipalidad.html');
    expect((await findIds(posts, query ?? ''))[0]).toBe('2026-05-01-presupuesto');
  });

  test.each([
    ['', undefined],
    [`${origin}/`, undefined],
    ['https://elsewhere.example.org/articulos/uno/', undefined],
    [`${origin}.evil.example/articulos/uno/`, undefined],
    [`${origin}/articulos/%E0%A4%A/`, '/articulos/%E0%A4%A/'],
    [`${origin}/articulos/acci%C3%B3n/`, '/articulos/acción/'],
  ])('%s means %s', (referrer, path) => {
    expect(toNearestQuery(referrer, origin)?.path).toBe(path);
  });
});
