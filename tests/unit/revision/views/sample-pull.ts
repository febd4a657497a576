import { collections, parseEntry, serializeEntry, type Values } from '../../../../content-schema/index.ts';
import { reportEntry } from '../../../../src/review/report/index.ts';
import type { ChangedEntry, LoadedPull, Side } from '../../../../src/revision/pull.ts';

const { posts } = collections;
const id = '2026-01-01-a';
const path = `src/content/posts/${id}.mdx`;

/** One side of a changed post. */
function toSide(values: Values): Side {
  const source = serializeEntry(posts, values);
  const entry = parseEntry(posts, source, path);
  return {
    collection: posts,
    id,
    path,
    source,
    values: entry.values,
    bodyLine: entry.locate(['body']).line,
    assets: {},
    hasAssets: true,
  };
}

/** A post as it was and as it is. */
export function toEntry(before: Values | undefined, after: Values | undefined): ChangedEntry {
  const sides = { before: before && toSide(before), after: after && toSide(after) };
  return { ...sides, report: reportEntry(posts, sides.before, sides.after) };
}

const text = { title: 'Reunión', description: 'Una reunión.', date: '2026-01-01T10:00:00-06:00' };

/** A post with these paragraphs. */
export const withBody = (...blocks: readonly string[]): Values => ({ ...text, body: blocks.join('\n\n') });

/** A pull request of Beto's, which Rosa looks at. */
export const toPull = (entries: readonly ChangedEntry[], values: Partial<LoadedPull> = {}): LoadedPull => ({
  facts: {
    pull: {
      number: 7,
      html_url: '',
      title: 'Cambios',
      state: 'open',
      draft: false,
      user: { login: 'beto' },
      created_at: '2026-01-02T10:00:00Z',
      labels: [],
      head: { ref: 'cms/posts/a', sha: 'abc' },
      mergeable_state: 'clean',
      commits: 1,
    },
    reviews: [],
    commits: [],
    statuses: [],
    checkRuns: [],
    rules: [],
    isReviewer: true,
    names: new Map([['rosa', 'Rosa Revisora']]),
  } as unknown as LoadedPull['facts'],
  viewer: { login: 'rosa', name: 'Rosa Revisora' },
  body: '',
  mergeBase: 'def',
  files: [],
  entries,
  media: [],
  mediaAssets: {},
  left: 0,
  findings: undefined,
  comments: [],
  reviewComments: [],
  context: undefined,
  timeZone: 'America/Guatemala',
  ...values,
});
