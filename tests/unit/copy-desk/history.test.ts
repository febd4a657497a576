import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collections, type Values } from '../../../content-schema/index.ts';
import { repairValues } from '../../../src/copy-desk/index.ts';
import { toManuscript } from '../../../src/copy-desk/manuscript.ts';
import { rules } from '../../../src/copy-desk/rules/index.ts';
import { datasetDir, hasDataset, loadLegacyPosts } from '../../support/legacy-posts.ts';
import { site } from './cases.ts';

/** Corrections that people made after publication and the desk makes before it: by a repair of this rule. */
const made: Readonly<Record<string, string>> = {
  '039a284': 'typed-list',
  '0492bc0': 'field-markup',
  '7e97c5c': 'field-markup',
  '8b9b326': 'special-space',
  b2c8868: 'code-fence',
  de66e14: 'field-markup',
  e961bb7: 'code-fence',
};

/** Corrections of the size of a frame: as a block it has none, and before and after become the same. */
const needless = ['075f2bd', '08f0d2d'];

/** Corrections that the desk demands: by a finding of this rule, which is gone when they are made. */
const demanded: Readonly<Record<string, string>> = { '73d43eb': 'title-quotes', d8ae32c: 'title-question' };

const indexSchema = z.array(z.object({ commit: z.string(), before: z.string(), after: z.string() }));

function inspect(values: Values, file: string): { repairs: string[]; left: string[]; values: Values } {
  const { values: repaired, repairs } = repairValues(collections.posts, values, file, site);
  const manuscript = toManuscript(collections.posts, repaired, file);
  const left = rules.flatMap((rule) => [...rule.find(manuscript, site)].map(() => rule.id));
  return { repairs: repairs.map(({ rule }) => rule), left, values: repaired };
}

const count = (rules: readonly string[], rule: string): number => rules.filter((id) => id === rule).length;

describe.skipIf(!hasDataset)(
  'corrections that real posts needed (skipped: no ../shared/dataset)',
  async () => {
    const index = hasDataset
      ? indexSchema.parse(JSON.parse(await readFile(path.join(datasetDir, 'history/index.json'), 'utf8')))
      : [];
    const [before, after] = hasDataset
      ? await Promise.all(['history/before', 'history/after'].map(loadLegacyPosts))
      : [[], []];
    const find = (posts: typeof before, commit: string): ReturnType<typeof inspect> => {
      const post = posts?.find(({ name }) => name.startsWith(commit));
      if (post === undefined) throw new Error(`There is no edit ${commit}.`);
      return inspect(post.values, `src/content/posts/${post.name}x`);
    };

    test.each(Object.entries(made))('%s is made: %s', (commit, rule) => {
      const [old, now] = [find(before, commit), find(after, commit)];
      expect(count(old.repairs, rule)).toBeGreaterThan(count(now.repairs, rule));
    });

    test.each(needless)('%s is needless', (commit) => {
      expect(find(before, commit).values['body']).toBe(find(after, commit).values['body']);
    });

    test.each(Object.entries(demanded))('%s is demanded: %s', (commit, rule) => {
      const [old, now] = [find(before, commit), find(after, commit)];
      expect(count(old.left, rule)).toBeGreaterThan(count(now.left, rule));
    });

    test('more than a third of the corrections would not have been needed', () => {
      const spared = Object.keys(made).length + needless.length + Object.keys(demanded).length;
      expect(spared / index.length).toBeGreaterThan(1 / 3);
    });
  },
);
