import type { ListedPull, Pull, Reviews, Statuses } from '../../browser/github-answers.ts';
import { toVerdicts, type Verdict } from '../../browser/rules.ts';
import { type ChangeKind, toChangeKind } from '../../review/index.ts';
import { hasLabel, statusLabels } from '../labels.ts';

/** What is known of an open pull request in the queue; details come after the list. */
export interface QueuedPull {
  readonly pull: ListedPull;
  readonly details?: {
    readonly pull: Pull;
    readonly reviews: Reviews;
    readonly statuses: Statuses['statuses'];
  };
}

/** Names of people by login. */
export type Names = ReadonlyMap<string, string>;

/** A line of the queue. */
export interface QueueItem {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly kind: ChangeKind | 'other' | undefined;
  /** Collection of the entry, by its branch. */
  readonly collection: string | undefined;
  readonly assignees: readonly string[];
  readonly isMine: boolean;
  readonly check: 'success' | 'failure' | 'pending' | 'none';
  readonly size: 'small' | 'medium' | 'large' | undefined;
  /** What changed, in words. */
  readonly summary: string | undefined;
  readonly hasConflict: boolean;
  readonly approvedBy: readonly string[];
  readonly changesBy: readonly string[];
}

type SectionName = 'fix' | 'awaits' | 'ready' | 'others' | 'author' | 'mine' | 'drafts';

export interface Section {
  readonly name: SectionName;
  /** Those that wait longest first. */
  readonly items: readonly QueueItem[];
}

const order: readonly SectionName[] = ['fix', 'awaits', 'ready', 'others', 'author', 'mine', 'drafts'];

/** What waits for whom, as this person sees it: their own work first, then what nobody has taken. */
export function toQueue(pulls: readonly QueuedPull[], login: string, names: Names): Section[] {
  const sections = new Map<SectionName, QueueItem[]>(order.map((name) => [name, []]));
  const oldestFirst = pulls.toSorted(
    (a, b) => Date.parse(a.pull.created_at) - Date.parse(b.pull.created_at) || a.pull.number - b.pull.number,
  );
  for (const queued of oldestFirst) {
    const verdicts = toCurrentVerdicts(queued, names);
    sections.get(toSection(queued.pull, verdicts, login))?.push(toItem(queued, verdicts, login, names));
  }
  return order.flatMap((name) => {
    const items = sections.get(name) ?? [];
    return items.length === 0 ? [] : [{ name, items }];
  });
}

/** Opinions on the last version: a new one asks for new opinions. */
const toCurrentVerdicts = ({ pull, details }: QueuedPull, names: Names): Verdict[] =>
  details === undefined
    ? []
    : toVerdicts({ reviews: details.reviews, pull: { ...details.pull, head: pull.head }, names }).filter(
        ({ isCurrent }) => isCurrent,
      );

function toSection(pull: ListedPull, verdicts: readonly Verdict[], login: string): SectionName {
  const isMine = pull.user?.login === login;
  if (pull.draft || hasLabel(pull, statusLabels.draft)) return 'drafts';
  if (verdicts.some(({ state }) => state === 'changes-requested')) return isMine ? 'fix' : 'author';
  const isApproved = verdicts.some(({ state }) => state === 'approved');
  if (isApproved) return 'ready';
  if (isMine) return 'mine';
  const isElsewhere = pull.assignees.length > 0 && !pull.assignees.some((one) => one.login === login);
  return isElsewhere ? 'others' : 'awaits';
}

const toName = (names: Names, login: string | undefined): string =>
  login === undefined ? '' : (names.get(login) ?? login);

function toItem(
  { pull, details }: QueuedPull,
  verdicts: readonly Verdict[],
  login: string,
  names: Names,
): QueueItem {
  const report = details?.statuses.find(({ context }) => context === 'gaceta/revision');
  const collection = /^cms\/([^/]+)\//u.exec(pull.head.ref)?.[1];
  const by = (state: Verdict['state']): string[] =>
    verdicts.filter((verdict) => verdict.state === state).map(({ name }) => name);
  return {
    number: pull.number,
    title: pull.title,
    author: toName(names, pull.user?.login),
    createdAt: new Date(pull.created_at),
    kind:
      toChangeKind(pull.labels.map(({ name }) => name)) ?? (collection === undefined ? 'other' : undefined),
    collection,
    assignees: pull.assignees.map((one) => toName(names, one.login)),
    isMine: pull.assignees.some((one) => one.login === login),
    check: toCheck(details?.statuses),
    size: details && toSize(details.pull),
    summary: report?.state === 'success' ? (report.description ?? undefined) : undefined,
    hasConflict: details?.pull.mergeable_state === 'dirty',
    approvedBy: by('approved'),
    changesBy: by('changes-requested'),
  };
}

/** The worst of all checks; that of the site's publication is none. */
function toCheck(statuses: Statuses['statuses'] | undefined): QueueItem['check'] {
  const states = (statuses ?? [])
    .filter(({ context }) => context !== 'gaceta/publish')
    .map(({ state }) => state);
  if (states.some((state) => state === 'failure' || state === 'error')) return 'failure';
  if (states.includes('pending') || (statuses !== undefined && states.length === 0)) return 'pending';
  return states.length === 0 ? 'none' : 'success';
}

/** A line of a file is a field or a paragraph. */
const mostLines = { small: 6, medium: 40 };

function toSize({ additions, deletions }: Pull): QueueItem['size'] {
  const lines = Math.max(additions, deletions);
  return lines <= mostLines.small ? 'small' : lines <= mostLines.medium ? 'medium' : 'large';
}
