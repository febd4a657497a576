import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/search/index.ts';
import { findPrefixFiles, findTermFile, nameLength } from '../../../src/search/manifest.ts';
import { decodePostings, encodePostings } from '../../../src/search/postings.ts';
import { toTermGroups } from '../../../src/search/term-files.ts';
import { toPieces } from '../../../src/search/highlight.ts';
import { alarm, toHostileEntries } from '../../support/hostile-entries.ts';
import { findIn, toSearchPost } from './search-index.ts';

test('postings survive their encoding', () => {
  const postings = fc
    .uniqueArray(fc.nat(100_000), { maxLength: 30 })
    .chain((docs) =>
      fc.tuple(...docs.sort((a, b) => a - b).map((doc) => fc.nat(7).map((level) => ({ doc, level })))),
    );
  fc.assert(
    fc.property(postings, (all) => {
      expect(decodePostings(encodePostings(all))).toEqual(all);
    }),
  );
});

test('every term is in the file in which it is looked for, and no file is too large for a reason', () => {
  const terms = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom(...'abñ#😀'), minLength: 1, maxLength: 5 }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(terms, (all) => {
      const sorted = all.sort((a, b) => (a < b ? -1 : 1)).map((term) => [term, 'AAAA'] as const);
      const groups = toTermGroups(sorted, 60);
      expect(groups.flatMap((group) => group.terms)).toEqual(sorted);
      const manifest = {
        count: 0,
        size: 1,
        terms: '',
        articles: '',
        starts: groups.map(({ start }) => start),
      };
      for (const [term] of sorted) {
        const file = findTermFile(manifest, term);
        expect(groups[file]?.terms.map(([one]) => one)).toContain(term);
        expect(findPrefixFiles(manifest, term.slice(0, 1))).toContain(file);
      }
    }),
  );
});

/** A word for a number. */
const toWord = (number: number): string =>
  [...String(number)].map((digit) => 'ba ce di fo gu la me ni po ru'.split(' ')[Number(digit)]).join('');

/** Posts of 60 words, newest first: some of their words are in all of them, some in few. */
const toMany = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const words = Array.from({ length: 60 }, (__, place) => toWord(place * (1 + (number % (place + 1)))));
    const body = `${words.join(' ')} ${toWord(1000 + number)}`;
    return toSearchPost(`post-${String(number)}`, { title: toWord(number), tags: ['datos'], body });
  });

describe('the index', () => {
  test('holds neither contact addresses nor addresses in texts', () => {
    const { manifest, files } = buildIndex([
      toSearchPost('uno', {
        correo: 'persona@privado.example.org',
        body: 'Escribe a otra@secreto.example.org hoy.',
      }),
    ]);
    const all = [...files.values(), JSON.stringify(manifest)].join('\n');
    expect(all).toContain('escrib');
    expect(all).not.toMatch(/persona|privad|secret|@/u);
  });

  test('is the same for the same posts, and names each file by its content', () => {
    const posts = toMany(40);
    const one = buildIndex(posts);
    expect(buildIndex(posts)).toEqual(one);
    expect([...one.files.keys()].every((name) => /^[0-9a-z]{8}$/u.test(name))).toBe(true);
    expect(one.manifest.terms.length / nameLength).toBe(one.manifest.starts.length);
  });

  test('keeps most files when a post is added', () => {
    const posts = toMany(200);
    const before = buildIndex(posts.slice(1)).files;
    const { files, manifest } = buildIndex(posts);
    const kept = [...files.keys()].filter((name) => before.has(name));
    // The last file of articles and those of its terms are new.
    expect(kept.length).toBeGreaterThanOrEqual(Math.floor(manifest.count / manifest.size) - 1);
  });

  test('has small files', () => {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    const { files } = buildIndex(toMany(1000));
    for (const text of files.values()) expect(brotliCompressSync(text, quality).length).toBeLessThan(8000);
  });

  test('of hostile entries is text and nothing else', async () => {
    const posts = toHostileEntries('/tmp/sentinel').map(({ name, body }) =>
      toSearchPost(name, {
        body,
        title: `<img src=x onerror=${alarm}()> ${name}`,
        description: `"><script>${alarm}()</script>`,
      }),
    );
    const index = buildIndex([
      ...posts,
      toSearchPost('__proto__', { title: '__proto__ constructor', body: '</script>' }),
    ]);
    for (const text of index.files.values()) expect(JSON.parse(text)).toBeInstanceOf(Array);
    expect((await findIn(index, '__proto__')).hits.map(({ number }) => number)).toContain(0);
    expect((await findIn(index, 'constructor')).hits.map(({ number }) => number)).toContain(0);
  });
});

test('the pieces of a highlighted text are the text', async () => {
  const { words } = await findIn(
    buildIndex([toSearchPost('uno', { title: 'Los jueces y la acción' })]),
    'juez accion',
  );
  expect(toPieces('Un JUEZ, dos jueces: acciones y K’iche’.', words)).toEqual([
    { text: 'Un ', word: undefined },
    { text: 'JUEZ', word: 'juez' },
    { text: ', dos ', word: undefined },
    { text: 'jueces', word: 'juez' },
    { text: ': ', word: undefined },
    { text: 'acciones', word: 'accion' },
    { text: ' y K’iche’.', word: undefined },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(
        toPieces(text, words)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
