import type { PullFacts } from '../../../src/browser/load-facts.ts';

const head = 'b'.repeat(40);

type Listed = PullFacts['pull'];

export const toPull = (changes: Partial<Listed> = {}): Listed => ({
  number: 12,
  html_url: 'https://github.test/o/r/pull/12',
  title: 'Una nota',
  state: 'open',
  draft: false,
  user: { login: 'ana' },
  created_at: '2026-11-18T16:05:00Z',
  updated_at: '2026-11-18T16:05:00Z',
  assignees: [],
  labels: [{ name: 'gaceta/pending_review' }],
  head: { ref: 'cms/posts/una-nota', sha: head },
  base: { ref: 'main', sha: 'c'.repeat(40) },
  mergeable_state: 'clean',
  commits: 1,
  additions: 3,
  deletions: 1,
  ...changes,
});

export const review = (login: string, state: string, commit = head): PullFacts['reviews'][number] => ({
  id: 1,
  user: { login },
  state,
  commit_id: commit,
});

/** In review, by Ana, as Rosa the reviewer sees it. */
export const toFacts = (
  pull: Partial<Listed> = {},
  changes: Partial<Omit<PullFacts, 'pull'>> = {},
): PullFacts => ({
  pull: toPull(pull),
  reviews: [],
  commits: [
    {
      sha: head,
      author: { login: 'ana' },
      committer: { login: 'ana' },
      commit: {
        author: { name: 'Ana Editora', date: '2026-11-18T16:05:00Z' },
        committer: { date: '2026-11-18T16:05:00Z' },
      },
    },
  ],
  statuses: [],
  checkRuns: [],
  rules: [],
  isReviewer: true,
  names: new Map([['rosa', 'Rosa Revisora']]),
  ...changes,
});

export const oneApproval: PullFacts['rules'] = [
  { type: 'pull_request', parameters: { required_approving_review_count: 1 } },
];
