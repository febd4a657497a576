import type { Collection, Values } from '../../content-schema/index.ts';
import type { PullFacts } from '../browser/load-facts.ts';
import type { PreviewAsset } from '../browser/page-frame/preview-request.ts';
import type { EntryReport, FindingChanges, MediaChange } from '../review/report/types.ts';
import type { IssueComment, ReviewComment } from '../browser/conversation/answers.ts';

/** An uploaded file as a page may show it: a `blob:` that lives as long as this page. */
export type Asset = PreviewAsset;

/** An entry as it is in one version: main where the pull request left it, or the head of the pull request. */
export interface Side {
  readonly collection: Collection;
  readonly id: string;
  /** Of the file in the repository. */
  readonly path: string;
  /** The file's text. */
  readonly source: string;
  /** The body as Markdown in memory, as PreviewRequest wants it. Empty when the file cannot be read. */
  readonly values: Values;
  /** Line of the file (from 1) at which line 1 of the body stands; lines correspond one to one from there. */
  readonly bodyLine: number;
  /** The images that the values name, by site path. They arrive after the text: a new object then. */
  readonly assets: Readonly<Record<string, Asset>>;
  /** Have they all arrived, or failed to? */
  readonly hasAssets: boolean;
}

/** An entry that the pull request changes. `before` is missing for a new one, `after` for one that goes. */
export interface ChangedEntry {
  readonly report: EntryReport;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

/** A file that the pull request changes. https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
export interface PullFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** The blob afterwards; of a removed file, the one it had. */
  readonly sha: string;
  /** Hunks of the difference; GitHub leaves them out for pictures and long texts. */
  readonly patch: string | undefined;
}

/** Who looks at it. */
export interface Viewer {
  readonly login: string;
  readonly name: string;
}

/** The context of a rendered page: what `/admin/preview.json` answers; undefined where no server has it. */
type PreviewContext = unknown;

/** One pull request, with everything that its views show. */
export interface LoadedPull {
  readonly facts: PullFacts;
  readonly viewer: Viewer;
  /** The words of the pull request: its first part may hold the reason of the change (src/review/pull-body.ts). */
  readonly body: string;
  /** Where it parted from main. */
  readonly mergeBase: string;
  readonly files: readonly PullFile[];
  readonly entries: readonly ChangedEntry[];
  readonly media: readonly MediaChange[];
  /** Pictures of `media`, by path: as they were and as they are. */
  readonly mediaAssets: Readonly<Record<string, { readonly before?: Asset; readonly after?: Asset }>>;
  /** How many entries are not loaded because there are so many. */
  readonly left: number;
  /** What the automatic check says, compared with what is published; undefined: not known (yet). */
  readonly findings: FindingChanges | undefined;
  /** Conversation, oldest first; the report of the bot is not among them. */
  readonly comments: readonly IssueComment[];
  /** Comments on a paragraph, oldest first. */
  readonly reviewComments: readonly ReviewComment[];
  readonly context: PreviewContext;
  readonly timeZone: string;
}

/** A comment on a paragraph, as somebody typed it. */
export interface ParagraphComment {
  readonly path: string;
  /** Line of the file at the head. */
  readonly line: number;
  /** The beginning of the paragraph, as a person reads it. */
  readonly quote: string;
  readonly text: string;
}

/** What a view gets. The functions are undefined where who looks may not do it; they reject with a Spanish message. */
export interface ViewProps {
  readonly pull: LoadedPull;
  readonly onComment?: ((comment: ParagraphComment) => Promise<void>) | undefined;
  /** An answer to a comment on a paragraph, by its id. */
  readonly onReply?: ((id: number, text: string) => Promise<void>) | undefined;
}

export interface FindingsProps {
  readonly pull: LoadedPull;
}

export interface ConversationProps {
  readonly pull: LoadedPull;
  /** A comment on the whole pull request. */
  readonly onComment?: ((text: string) => Promise<void>) | undefined;
  /** An answer to a comment on a paragraph, by its id. */
  readonly onReply?: ((id: number, text: string) => Promise<void>) | undefined;
}
