import { describe, expect, test } from 'vitest';
import { collections, parseEntry, serializeEntry, type Values } from '../../../content-schema/index.ts';
import { joinBlocks, splitBlocks } from '../../../src/review/blocks.ts';
import { mergeEntry } from '../../../src/review/index.ts';
import { reportEntry } from '../../../src/review/report/index.ts';
import { hasDataset, loadLegacyPosts } from '../../support/legacy-posts.ts';

const { posts } = collections;

/** An old post as a file of ours has it. */
const reread = (values: Values): Values => parseEntry(posts, serializeEntry(posts, values), 'a.mdx').values;

const getBlocks = ({ body }: Values): string[] => splitBlocks(String(body));

const places = (before: Values, after: Values): string[] =>
  reportEntry(posts, { id: '', path: '', values: before }, { id: '', path: '', values: after }).fields.map(
    ({ field }) => field,
  );

describe.skipIf(!hasDataset)(
  'edits that people made (skipped: no ../shared/dataset)',
  { timeout: 60_000 },
  async () => {
    const [before, after] = hasDataset
      ? await Promise.all(['history/before', 'history/after'].map(loadLegacyPosts))
      : [[], []];
    const edits = (before ?? []).map(({ name, values }, index) => ({
      name,
      base: reread(values),
      yours: reread(after?.[index]?.values ?? {}),
    }));

    test.each(edits)('$name: what a colleague did meanwhile is kept beside it', ({ base, yours }) => {
      const note = 'Nota: la redacción agregó esto mientras tanto.';
      const theirs = {
        ...base,
        description: 'Otra descripción, de una colega.',
        body: joinBlocks([...getBlocks(base), note]),
      };
      const { conflicts, resolve } = mergeEntry(posts, base, yours, theirs);
      // Two of them changed the description, or wrote at the end, too: only there a question is.
      const asked = conflicts.map(({ field, label }) =>
        field === 'body' ? label.replace(/\d+/gu, 'N') : label,
      );
      const isAsked = (label: string): boolean => asked.includes(label);
      expect(isAsked('Descripción')).toBe(places(base, yours).includes('description'));
      expect(
        asked.filter((label) => !['Descripción', 'Texto, después del párrafo N'].includes(label)),
      ).toEqual([]);
      const merged = resolve(new Map(conflicts.map(({ id }) => [id, { choice: 'yours' }])));
      const expected = {
        ...yours,
        ...(isAsked('Descripción') ? {} : { description: theirs.description }),
        body: joinBlocks([
          ...getBlocks(yours),
          ...(asked.some((label) => label.startsWith('Texto')) ? [] : [note]),
        ]),
      };
      expect(merged).toEqual(expected);
    });
  },
);
