import {
  type ChangeKind,
  isDue,
  mediaBranchPrefix,
  readReason,
  toChangeKind,
  toPlannedMoment,
} from '../../review/index.ts';
import { messages } from '../locale/messages.ts';
import type { PullFacts } from '../../browser/load-facts.ts';
import { messages as shared } from '../../browser/messages.ts';
import {
  canApprove,
  canMerge,
  isBehind,
  lastPusher,
  type Check,
  requiredApprovals,
  toApprovals,
  toChecks,
  toObstacles,
  toVerdicts,
  type Verdict,
} from '../../browser/rules.ts';
import { toWhen } from '../../browser/when.ts';

/** Who looks, and when and where. */
export interface Viewer {
  readonly login: string;
  readonly now: Date;
  readonly timeZone: string;
}

/** What the form knows. */
export interface OpenForm {
  /** Tip of the branch whose text is in the form, with the editor's changes; undefined when none was seen. */
  readonly seenHead: string | undefined;
  /** Whether the editor changed something that is not saved. */
  readonly hasChanged: boolean;
  /** `date` of the entry, as the file has it. */
  readonly date: unknown;
  /** Is there a published version? */
  readonly isPublished: boolean;
}

/** Everything that the strip says about an open pull request. */
export interface Strip {
  readonly number: number;
  /** Its page on GitHub; undefined where the reviewer's page is the only one. */
  readonly href: string | undefined;
  /** What changes: the reviewer's page. */
  readonly changesHref: string;
  /** The same in a line. */
  readonly summary: string | undefined;
  /** The page as readers will see it. */
  readonly pageHref: string | undefined;
  readonly kind: ChangeKind | undefined;
  readonly checks: readonly Check[];
  /** What people think of it, but for what `missing` says already. */
  readonly verdicts: readonly Verdict[];
  /** What stands between this and the site; empty when it can be published. */
  readonly missing: readonly string[];
  /** Good to know: when it appears, what happens first. */
  readonly notes: readonly string[];
  /** Who else changed it. */
  readonly presence: string | undefined;
  /** It changed while it was open. */
  readonly moved: string | undefined;
  readonly canPublish: boolean;
  readonly canApprove: boolean;
  /** Has main to be merged into it before anybody approves it? */
  readonly needsJoin: boolean;
  /** Who asked for changes and can be asked to look again. */
  readonly askAgain: readonly string[];
  /** That they have been asked. */
  readonly asked: string | undefined;
  /** Why something published changes. */
  readonly reason: string | undefined;
  /** Does anything published change, so that readers may ask why? */
  readonly canExplain: boolean;
}

/** Of what is ready to be published. */
export const readyLabel = 'gaceta/pending_publish';

/** Not asked for a review yet. */
const draftLabel = 'gaceta/draft';

/** How long somebody's change is news, in milliseconds. */
const recent = 7 * 24 * 60 * 60 * 1000;

/** What the strip says. */
export function toStrip(facts: PullFacts, viewer: Viewer, form: OpenForm): Strip {
  const { pull } = facts;
  const missing = toMissing(facts);
  const moved = toMoved(facts, viewer, form);
  const planned = toPlanned(facts, form.date);
  // Nobody approves what the form does not show.
  const isShown = moved === undefined && !form.hasChanged;
  const isWanted = requiredApprovals(facts) > 0 || planned !== undefined;
  const isSent = !labelsOf(facts).includes(draftLabel);
  return {
    number: pull.number,
    ...toLinks(facts),
    kind: toChangeKind(labelsOf(facts)),
    checks: toChecks(facts),
    verdicts: toVerdicts(facts).filter(({ name }) => !missing.includes(shared.obstacles.changes(name))),
    missing,
    notes: toNotes(facts, viewer, planned, missing),
    presence: moved === undefined ? toPresence(facts, viewer) : undefined,
    moved,
    canPublish: missing.length === 0,
    canApprove: canApprove(facts, viewer.login) && isWanted && isSent && isShown && !needsJoin(facts),
    needsJoin: needsJoin(facts),
    ...toRequests(facts, viewer, form),
    reason: readReason(pull.body),
    canExplain: form.isPublished || changesPublished.includes(toChangeKind(labelsOf(facts))),
  };
}

/** What concerns what is published though its file may be new. */
const changesPublished: readonly (ChangeKind | undefined)[] = ['remove', 'rename', 'restore'];

function toLinks({
  pull,
  statuses,
}: PullFacts): Pick<Strip, 'href' | 'changesHref' | 'summary' | 'pageHref'> {
  const changesHref = `/revision/#/cambios/${String(pull.number)}`;
  const find = (context: string): PullFacts['statuses'][number] | undefined =>
    statuses.find((status) => status.context === context && status.state === 'success');
  const page = find('deploy/preview')?.target_url ?? '';
  return {
    href: pull.html_url.endsWith(changesHref) ? undefined : pull.html_url,
    changesHref,
    summary: find('gaceta/revision')?.description ?? undefined,
    pageHref: /^https?:/u.test(page) ? page : undefined,
  };
}

/** Of those who asked for changes, who has been asked to look again and who has not. */
function toRequests(
  facts: PullFacts,
  { login }: Viewer,
  { hasChanged }: OpenForm,
): Pick<Strip, 'askAgain' | 'asked'> {
  const objectors = toVerdicts(facts).filter(
    (verdict) => verdict.state === 'changes-requested' && verdict.login !== login,
  );
  const requested = facts.pull.requested_reviewers?.map((reviewer) => reviewer.login) ?? [];
  const waiting = objectors.filter((verdict) => requested.includes(verdict.login));
  const others = objectors.filter((verdict) => !requested.includes(verdict.login));
  return {
    askAgain: hasChanged ? [] : others.map((verdict) => verdict.login),
    asked: waiting.length === 0 ? undefined : messages.pull.again.asked(waiting.map(({ name }) => name)),
  };
}

const labelsOf = ({ pull }: PullFacts): string[] => pull.labels.map(({ name }) => name);

/** What has to happen before it can be published, in the order in which people do it. */
export function toMissing(facts: PullFacts): string[] {
  const { mergeable_state: state } = facts.pull;
  const text = messages.pull.missing;
  if (facts.pull.state === 'closed') return [text.closed];
  const byRules = canMerge(facts) ? [] : toObstacles(facts);
  const missing = needsJoin(facts) ? [text.joined, ...byRules] : [...byRules];
  if (state === 'draft') missing.push(text.gitHubDraft);
  if (state === 'unknown') missing.push(shared.obstacles.unknown);
  // Files without a text have no column on the board.
  const hasStatus = !facts.pull.head.ref.startsWith(mediaBranchPrefix);
  if (hasStatus && !labelsOf(facts).includes(readyLabel)) missing.push(text.ready);
  // A conflict hides whether who asks may merge; an editor is told that reviewers may.
  if (!facts.isReviewer && byRules.length === 0 && !canMerge(facts)) missing.push(text.reviewer);
  else if (state === 'blocked' && byRules.length === 0) missing.push(text.otherRule);
  const isKnown = canMerge(facts) || isBehind(facts);
  return missing.length === 0 && !isKnown ? [text.otherRule] : missing;
}

function toNotes(
  facts: PullFacts,
  { login, now, timeZone }: Viewer,
  planned: Date | undefined,
  missing: readonly string[],
): string[] {
  const text = messages.pull;
  const notes: string[] = [];
  if (planned !== undefined) {
    const when = isDue(planned, now) ? text.soon : toWhen(planned, now, timeZone);
    // The clock may do what the viewer may not.
    const isFree = missing.every((item) => item === text.missing.reviewer);
    const toText = isVouchedFor(facts, login) ? text.scheduled : text.scheduledApproved;
    notes.push(isFree ? toText(when) : text.scheduledIf(when));
  }
  if (isBehind(facts) && !needsJoin(facts)) notes.push(text.mergesFirst);
  return notes;
}

/** When it is to be published by itself. */
function toPlanned(facts: PullFacts, date: unknown): Date | undefined {
  const savedAt = facts.commits.at(-1)?.commit.committer.date;
  const isReady = labelsOf(facts).includes(readyLabel);
  return isReady && savedAt !== undefined ? toPlannedMoment(date, savedAt) : undefined;
}

/** Where no approval is asked for, the clock publishes what a reviewer approved, or wrote: see `publish-due`. */
const isVouchedFor = (facts: PullFacts, login: string): boolean =>
  requiredApprovals(facts) > 0 ||
  toApprovals(facts).length > 0 ||
  (facts.isReviewer && login === facts.pull.user?.login && login === lastPusher(facts));

/** Publishing would merge main first, and what was approved would be another text. */
const needsJoin = (facts: PullFacts): boolean => isBehind(facts) && requiredApprovals(facts) > 0;

function toPresence({ commits }: PullFacts, { login, now, timeZone }: Viewer): string | undefined {
  const last = commits.findLast(
    ({ author, commit }) =>
      author?.login !== login && now.getTime() - Date.parse(commit.author.date) <= recent,
  );
  if (last === undefined) return undefined;
  const { name, date } = last.commit.author;
  return messages.pull.presence(name, toWhen(new Date(date), now, timeZone));
}

function toMoved({ pull, commits }: PullFacts, viewer: Viewer, form: OpenForm): string | undefined {
  if (form.seenHead === undefined || form.seenHead === pull.head.sha) return undefined;
  const last = commits.at(-1);
  if (last === undefined) return undefined;
  const { name, date } = last.commit.author;
  const when = toWhen(new Date(date), viewer.now, viewer.timeZone);
  const text = messages.pull.moved;
  const what = last.author?.login === viewer.login ? text.byMe(when) : text.by(name, when);
  return form.hasChanged ? `${what} ${text.merges}` : what;
}
