import type { PullFacts } from '../../../../src/browser/load-facts.ts';

/** The tip of the branch in {@link toFacts}. */
export const head = 'b'.repeat(40);

const commit = (sha: string, login: string, name: string, date: string): PullFacts['commits'][number] => ({
  sha,
  author: { login },
  committer: { login },
  commit: { author: { name, date }, committer: { date } },
});

/** By Beto, whose work Ana continued. */
const commits = [
  commit('a'.repeat(40), 'beto', 'Beto Editor', '2026-11-18T16:05:00Z'),
  commit(head, 'ana', 'Ana Editora', '2026-11-19T16:05:00Z'),
];

/** A ready pull request that can be published, by Beto and Ana, as Rosa the reviewer sees it. */
export const toFacts = (
  changes: Partial<Omit<PullFacts, 'pull'>> & { pull?: Partial<PullFacts['pull']> } = {},
): PullFacts => ({
  reviews: [],
  commits,
  statuses: [],
  checkRuns: [],
  rules: [],
  isReviewer: true,
  names: new Map([['rosa', 'Rosa Revisora']]),
  ...changes,
  pull: {
    number: 12,
    html_url: 'https://github.test/o/r/pull/12',
    title: 'Una nota',
    state: 'open',
    draft: false,
    user: { login: 'beto' },
    created_at: '2026-11-18T16:05:00Z',
    updated_at: '2026-11-19T16:05:00Z',
    assignees: [],
    labels: [{ name: 'gaceta/pending_publish' }],
    head: { ref: 'cms/posts/una-nota', sha: head },
    base: { ref: 'main', sha: 'c'.repeat(40) },
    mergeable_state: 'clean',
    commits: 2,
    additions: 3,
    deletions: 1,
    ...changes.pull,
  },
});

export const oneApproval: PullFacts['rules'] = [
  { type: 'pull_request', parameters: { required_approving_review_count: 1 } },
];

export const automaticCheck: PullFacts['rules'] = [
  { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'gaceta/check' }] } },
];

export const review = (login: string, state: string, commit_id = head): PullFacts['reviews'][number] => ({
  id: 1,
  user: { login },
  state,
  commit_id,
});

export const status = (
  context: string,
  state: PullFacts['statuses'][number]['state'],
): PullFacts['statuses'][number] => ({ context, state, description: null });
