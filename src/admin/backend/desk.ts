import type { AskAboutConflicts } from './merge-texts.ts';
import type { Pulls } from './pulls.ts';
import type { Repository } from './repository.ts';

/** What the operations on entries work with. */
export interface Desk {
  readonly repository: Repository;
  readonly pulls: Pulls;
  readonly ask: AskAboutConflicts;
  /** How pull requests become part of main: `merge` or `squash`. */
  readonly mergeMethod: string;
  /** The newsroom's own address, for links in pull requests: `https://example.org/admin/`. */
  readonly adminUrl: string;
  /** Who is signed in: the account and the person. */
  readonly login: string;
  readonly author: string;
}

/** The branch of the draft of an entry, where Decap's board looks for it. */
export const toBranch = (collection: string, slug: string): string => `cms/${collection}/${slug}`;
