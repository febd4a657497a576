import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Collection,
  type CollectionName,
  collections,
  parseEntry,
  serializeEntry,
  type Values,
} from '../../../content-schema/index.ts';
import { splitBlocks } from '../../../src/review/blocks.ts';
import { type Conflict, mergeEntry, type Resolution } from '../../../src/review/index.ts';
import { isUnchanged, reportEntry } from '../../../src/review/report/index.ts';
import { toEntries } from '../content-schema/arbitraries.ts';
import { runs } from '../content-schema/markdown.ts';

type Version = Values | undefined;

interface Case {
  readonly name: CollectionName;
  readonly base: Version;
  readonly yours: Version;
  readonly theirs: Version;
}

/** Short bodies of few paragraphs, so that two versions have much in common. */
const bodies = fc
  .array(
    fc.constantFrom(
      ...[
        'Uno.',
        'Dos es dos.',
        'Tres, sí.',
        'Tres, no.',
        '## Qué sigue',
        '- a\n\n- b',
        '- a',
        '```\n\nx\n\n```',
        '```',
        '| a |\n| - |',
      ],
      ...[
        '<Figure image="/assets/images/posts/a.png" alt="a" />',
        '<Callout type="dato">\n\nDos es dos.\n\n</Callout>',
        '{x} <b>',
        '> a\n>\n> b',
      ],
    ),
    { maxLength: 5 },
  )
  .chain((blocks) => fc.constantFrom('\n\n', '\n\n\n', '\n \n').map((gap) => blocks.join(gap)));

const corrections = fc.array(
  fc.record({
    date: fc.constantFrom('2026-03-01T08:00:00-06:00', '2026-03-02T08:00:00-06:00'),
    text: fc.constantFrom('Uno.', 'Dos.', 'Tres.'),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Posts that have much in common. */
const alike: fc.Arbitrary<Values> = fc.record(
  {
    title: fc.constantFrom('Feria', 'La feria'),
    date: fc.constantFrom('2026-03-04T08:30:00-06:00', '2026-03-05T08:30:00-06:00'),
    highlight: fc.boolean(),
    tags: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }),
    corrections,
    unknown: fc.constantFrom('x', { a: 1 }),
    body: bodies,
  },
  { requiredKeys: ['title', 'body'] },
);

/** Values of a form as the file has them. */
const reread = (collection: Collection, values: Values): Values =>
  parseEntry(collection, serializeEntry(collection, values), 'a.mdx').values;

/** Three versions of an entry, of which two are sometimes equal or one is not there. */
const toVersions = (name: CollectionName, entries: fc.Arbitrary<Values>): fc.Arbitrary<Case> =>
  fc.tuple(entries, entries, entries).chain((versions) => {
    const version = fc.constantFrom(...versions, undefined);
    return fc.record({ name: fc.constant(name), base: version, yours: version, theirs: version });
  });

const cases = toVersions('posts', alike);

/** Entries of every shape that the schema allows; they have little in common, and take long to make. */
const strangers = fc.oneof(
  ...(['posts', 'pages', 'site'] as const).map((name) =>
    toVersions(
      name,
      toEntries(collections[name]).map((values) => reread(collections[name], values)),
    ),
  ),
);

const answerAll = (conflicts: readonly Conflict[], choice: 'yours' | 'theirs'): Map<string, Resolution> =>
  new Map(conflicts.map(({ id }) => [id, { choice }]));

const merge = ({ name, base, yours, theirs }: Case): ReturnType<typeof mergeEntry> =>
  mergeEntry(collections[name], base, yours, theirs);

const check = (predicate: (versions: Case) => void): void => {
  fc.assert(fc.property(cases, predicate), runs(200));
};

describe('the merge of any three versions', { timeout: 60_000 }, () => {
  test('nothing changed: nothing changes', () => {
    check(({ name, base }) => {
      const { conflicts, resolve } = mergeEntry(collections[name], base, base, base);
      expect(conflicts).toEqual([]);
      expect(resolve(new Map())).toEqual(base);
    });
  });

  test('a change on one side only survives whole', () => {
    check(({ name, base, yours }) => {
      for (const sides of [
        [yours, base],
        [base, yours],
      ] as const) {
        const { conflicts, resolve } = mergeEntry(collections[name], base, ...sides);
        expect(conflicts).toEqual([]);
        expect(resolve(new Map())).toEqual(yours);
      }
    });
  });

  test('equal changes on both sides do not conflict', () => {
    check(({ name, base, yours }) => {
      const { conflicts, resolve } = mergeEntry(collections[name], base, yours, yours);
      expect(conflicts).toEqual([]);
      expect(resolve(new Map())).toEqual(yours);
    });
  });

  test('both orders give the same result, and ask the same', () => {
    check((versions) => {
      const one = merge(versions);
      const other = merge({ ...versions, yours: versions.theirs, theirs: versions.yours });
      const toAsked = (conflict: Conflict): unknown => ({ ...conflict, check: conflict.check !== undefined });
      const swapped = other.conflicts.map((conflict) => ({
        ...conflict,
        yours: conflict.theirs,
        theirs: conflict.yours,
      }));
      expect(one.conflicts.map(toAsked)).toEqual(swapped.map(toAsked));
      expect(one.resolve(answerAll(one.conflicts, 'yours'))).toEqual(
        other.resolve(answerAll(other.conflicts, 'theirs')),
      );
    });
  });

  test('every place is asked about once, and only where both sides differ', () => {
    check((versions) => {
      const { conflicts } = merge(versions);
      expect(new Set(conflicts.map(({ id }) => id)).size).toBe(conflicts.length);
      for (const { yours, theirs } of conflicts) expect(yours).not.toBe(theirs);
    });
  });

  test('a field that only one side changed has that change, whatever is asked about the others', () => {
    check((versions) => {
      const { base, yours, theirs } = versions;
      if (base === undefined || yours === undefined || theirs === undefined) return;
      const { conflicts, resolve } = merge(versions);
      const merged = resolve(answerAll(conflicts, 'theirs')) ?? {};
      for (const key of new Set([...Object.keys(base), ...Object.keys(yours)])) {
        const isOurs = JSON.stringify(base[key]) === JSON.stringify(theirs[key]);
        if (isOurs) expect(merged[key]).toEqual(yours[key]);
      }
    });
  });

  test.each([
    ['posts that are alike', cases, 200],
    ['any entries', strangers, 10],
  ] as const)('the result is an entry that a file holds: %s', (_, arbitrary, fewest) => {
    fc.assert(
      fc.property(arbitrary, (versions) => {
        const { conflicts, resolve } = merge(versions);
        for (const choice of ['yours', 'theirs'] as const) {
          const merged = resolve(answerAll(conflicts, choice));
          if (merged !== undefined) expect(reread(collections[versions.name], merged)).toEqual(merged);
        }
      }),
      runs(fewest),
    );
  });

  test('a paragraph that one side wrote is in the result or in a question', () => {
    check((versions) => {
      const { base, yours, theirs } = versions;
      if (base === undefined || yours === undefined || theirs === undefined) return;
      const { conflicts, resolve } = merge(versions);
      const merged = resolve(answerAll(conflicts, 'yours'))?.['body'];
      const kept = [merged, ...conflicts.flatMap((conflict) => [conflict.yours, conflict.theirs])].join(
        '\n\n',
      );
      const before = splitBlocks(String(base['body']));
      const written = [yours, theirs].flatMap(({ body }) =>
        splitBlocks(String(body)).filter((block) => !before.includes(block)),
      );
      for (const text of written) expect(kept).toContain(text);
    });
  });

  test('a report of equal versions is empty', () => {
    check(({ name, base = {}, yours = {} }) => {
      const isEqual = JSON.stringify(toEssence(base)) === JSON.stringify(toEssence(yours));
      const report = reportEntry(
        collections[name],
        { id: 'a', path: 'a.mdx', values: base },
        { id: 'a', path: 'a.mdx', values: yours },
      );
      if (isEqual) expect(isUnchanged(report)).toBe(true);
    });
  });
});

/** Values with sorted keys; blank lines of a body say nothing. */
const toEssence = (values: Values): unknown =>
  Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [
      key,
      key === 'body'
        ? String(value)
            .replace(/\n\s*\n/gu, '\n\n')
            .trim()
        : value,
    ]);
