import type { PullFacts } from '../../browser/load-facts.ts';
import {
  canApprove,
  lastPusher,
  requiredApprovals,
  toApprovals,
  toChecks,
  toVerdicts,
} from '../../browser/rules.ts';
import { hasLabel, statusLabels } from '../labels.ts';
import { messages } from '../messages.ts';

/** What somebody may do with a pull request: undefined, or why not, in Spanish. */
export interface Rights {
  readonly approve: string | undefined;
  readonly requestChanges: string | undefined;
  readonly publish: string | undefined;
  readonly schedule: string | undefined;
  readonly toDraft: string | undefined;
}

const text = messages.rights;

/** States in which GitHub merges, with the rules met. */
const mergeable = ['clean', 'unstable', 'has_hooks'];

/** Has it to be joined with main first? That is done in the editor. */
export const needsJoin = ({ pull }: PullFacts): boolean => ['dirty', 'behind'].includes(pull.mergeable_state);

/**
 * GitHub's `mergeable_state` decides about publishing; our own reading of the rules names what is missing, so that a rule
 * which we do not know is obeyed all the same.
 * @param hasDate whether it is an entry that a date can hold back
 */
export function toRights(facts: PullFacts, login: string, hasDate: boolean): Rights {
  const { pull } = facts;
  if (pull.state === 'closed') {
    const { closed } = text;
    return { approve: closed, requestChanges: closed, publish: closed, schedule: closed, toDraft: closed };
  }
  const isDraft = hasLabel(pull, statusLabels.draft);
  const publish = isDraft ? text.draft : toPublishObstacle(facts);
  return {
    approve: isDraft ? text.draft : toApproveObstacle(facts, login),
    requestChanges: login === pull.user?.login ? text.requestOwn : isDraft ? text.draft : undefined,
    publish,
    schedule: toScheduleObstacle(facts, isDraft, hasDate),
    toDraft: isDraft ? text.alreadyDraft : undefined,
  };
}

function toApproveObstacle(facts: PullFacts, login: string): string | undefined {
  if (!facts.isReviewer) return text.approveEditor;
  if (login === facts.pull.user?.login) return text.approveOwn;
  const isDone = toVerdicts(facts).some(
    (verdict) => verdict.login === login && verdict.state === 'approved' && verdict.isCurrent,
  );
  if (isDone) return text.approveDone;
  // Without required approvals nobody counts them, but the clock asks for one by a reviewer.
  if (requiredApprovals(facts) === 0 || canApprove(facts, login)) return undefined;
  return login === lastPusher(facts) ? text.approvePusher : text.approveDone;
}

function toPublishObstacle(facts: PullFacts): string | undefined {
  const { mergeable_state: state } = facts.pull;
  if (!facts.isReviewer) return text.publishEditor;
  if (mergeable.includes(state)) return undefined;
  if (needsJoin(facts)) return text.conflict;
  if (state === 'draft') return text.gitHubDraft;
  const [missing] = toMissing(facts);
  return missing ?? (state === 'unknown' ? text.unknown : text.otherRule);
}

/** What has to happen first, in the order in which people do it. */
function toMissing(facts: PullFacts): string[] {
  const required = toChecks(facts).filter(({ isRequired }) => isRequired);
  const approvals = requiredApprovals(facts);
  const open = approvals - toApprovals(facts).length;
  const objections = toVerdicts(facts).filter(({ state }) => state === 'changes-requested');
  return [
    ...required.filter(({ state }) => state === 'failure').map(({ name }) => text.failed(name)),
    ...required.filter(({ state }) => state === 'pending').map(({ name }) => text.pending(name)),
    ...(approvals > 0 ? objections.map(({ name }) => text.changes(name)) : []),
    ...(open > 0 ? [text.approvals(open)] : []),
  ];
}

/** The clock waits for checks and approvals by itself; what it cannot do is join. */
function toScheduleObstacle(facts: PullFacts, isDraft: boolean, hasDate: boolean): string | undefined {
  if (!hasDate) return text.scheduleNoDate;
  if (!facts.isReviewer) return text.publishEditor;
  if (isDraft) return text.draft;
  return needsJoin(facts) ? text.conflict : undefined;
}
