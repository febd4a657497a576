import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, type Values } from '../../../content-schema/index.ts';
import { applyEdits, selectCompatible } from '../../../src/copy-desk/edit.ts';
import { repairValues } from '../../../src/copy-desk/index.ts';
import { toManuscript } from '../../../src/copy-desk/manuscript.ts';
import type { Problem } from '../../../src/copy-desk/rule.ts';
import { rules } from '../../../src/copy-desk/rules/index.ts';
import { toWords } from '../../../src/copy-desk/words.ts';
import { hasDataset, loadLegacyPosts } from '../../support/legacy-posts.ts';
import { cleanPost, file, site } from './cases.ts';

const timeout = 60_000;

const findRepairable = (values: Values): Problem[] => {
  const manuscript = toManuscript(collections.posts, values, file);
  return rules
    .flatMap((rule) => [...rule.find(manuscript, site)])
    .filter(({ edits = [] }) => edits.length > 0);
};

const repair = (values: Values): ReturnType<typeof repairValues> =>
  repairValues(collections.posts, values, file, site);

/** Makes some of the repairs that are possible, in a random order, then some of what is possible then, and so on. */
function repairAtRandom(values: Values, pick: (count: number) => number): Values {
  let current = values;
  for (let step = 0; step < 2000; step++) {
    const problems = findRepairable(current);
    if (problems.length === 0) return current;
    const chosen: Problem[] = [];
    for (let count = 1 + pick(problems.length); count > 0; count--) {
      const [problem] = problems.splice(pick(problems.length), 1);
      if (problem !== undefined && selectCompatible([...chosen, problem]).length > chosen.length) {
        chosen.push(problem);
      }
    }
    current = applyEdits(
      current,
      chosen.flatMap(({ edits = [] }) => edits),
    );
  }
  throw new Error('The repairs come to no end.');
}

/** Pseudo-random numbers that depend on the seed alone (mulberry32). */
function toPick(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, count);
  };
}

/** How often each word stands in a text of the entry. */
function countWords(texts: readonly string[], sign: 1 | -1, counts: Map<string, number>): void {
  for (const text of texts) {
    for (const word of toWords(text)) {
      const count = (counts.get(word) ?? 0) + sign;
      if (count === 0) counts.delete(word);
      else counts.set(word, count);
    }
  }
}

function expectLaws(values: Values, seeds: readonly number[]): void {
  const { values: repaired, repairs } = repair(values);
  expect(findRepairable(repaired)).toEqual([]);
  for (const seed of seeds) expect(repairAtRandom(values, toPick(seed))).toEqual(repaired);
  const counts = new Map<string, number>();
  countWords([String(values['body'])], -1, counts);
  countWords([String(repaired['body'])], 1, counts);
  for (const { path, words } of repairs) {
    if (path[0] !== 'body') continue;
    countWords([words?.removed ?? ''], 1, counts);
    countWords([words?.added ?? ''], -1, counts);
  }
  expect([...counts]).toEqual([]);
}

const rubbish = [
  'Una frase que está bien.',
  'Dos palabras',
  '<!--StartFragment-->',
  '<!--EndFragment-->',
  '**Negrita** y más',
  '**Un título en negrita**',
  '** mal puesta **',
  '****',
  '# Un título',
  '#### Otro título',
  '## **Título** en negrita',
  'ciudadanÃ­a',
  'participaciÃ³n CÃ­vica',
  'ciudadanÃa',
  'ðŸ‡¬ðŸ‡¹ convenio',
  'entre\u00A0dos\u200B palabras\uFEFF',
  'cafe\u0301',
  '✅ Primera cosa',
  '🔹 Segunda cosa',
  '• Tercera cosa',
  '* Un punto',
  '1. Un número',
  'Línea con quiebre\\',
  '    con sangría',
  '---',
  '<br>',
  '<span style="color:red">rojo</span>',
  '<b>fuerte</b>',
  '<div><p>caja</p></div>',
  '<nombre>',
  '<iframe src="https://www.youtube.com/embed/abc123" title="Un video"></iframe>',
  '<iframe src="https://docs.google.com/forms/d/e/xyz/viewform?embedded=true">Cargando…</iframe>',
  '<script src="https://pagead2.example.org/x.js"></script>',
  '[un enlace](https://example.org/a?utm_source=x&id=3)',
  '[](https://example.org/vacio)',
  '[aquí](https://www.google.com/url?q=https://example.org/b&sa=D)',
  '[hashtag#GobiernoAbierto](https://www.linkedin.com/feed/hashtag/?keywords=gobiernoabierto)',
  '<https://example.org/suelto?fbclid=abc>',
  '![](/assets/images/posts/a.jpg)',
  '![una foto](/assets/images/posts/b.jpg)',
  '`codigo <b> Ã³`',
  '<Figure image="/assets/images/posts/a.jpg" alt="Algo" />',
  'a < b y {c}',
  'correo@example.org',
];

const bodies = fc
  .array(fc.tuple(fc.constantFrom(...rubbish), fc.constantFrom('\n\n', '\n', ' ', '\n\n\n')), {
    maxLength: 8,
  })
  .map((pieces) => pieces.flat().join(''));

test('repairs are idempotent, their order does not matter, and no word is lost', { timeout }, () => {
  fc.assert(
    fc.property(bodies, fc.integer(), (body, seed) => {
      expectLaws({ ...cleanPost, body }, [seed]);
    }),
    { numRuns: 150 },
  );
});

test('text that nobody pasted from anywhere ends as text, too', { timeout }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer(), (body, seed) => {
      expectLaws({ ...cleanPost, body: body.replace(/\r\n?/gu, '\n').normalize('NFC') }, [seed]);
    }),
    { numRuns: 150 },
  );
});

test('a clean post has no repairs', () => {
  expect(repair(cleanPost).repairs).toEqual([]);
});

describe.skipIf(!hasDataset)('real texts (skipped: no ../shared/dataset)', async () => {
  const folders = ['seed', 'posts', 'history/before'];
  const posts = hasDataset ? (await Promise.all(folders.map(loadLegacyPosts))).flat() : [];
  test.each(posts)(
    '$name',
    ({ values }) => {
      expectLaws(values, [1]);
    },
    30_000,
  );
});
