import type { PullFacts } from '../../browser/load-facts.ts';
import { messages as shared } from '../../browser/messages.ts';
import {
  canMerge,
  isBehind,
  lastPusher,
  requiredApprovals,
  toObstacles,
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
  // Without required approvals nobody counts them, but the clock asks for one by a reviewer.
  const areCounted = requiredApprovals(facts) > 0;
  if (areCounted && login === lastPusher(facts)) return text.approvePusher;
  const isDone = toVerdicts(facts).some(
    (verdict) => verdict.login === login && verdict.state === 'approved' && verdict.isCurrent,
  );
  return isDone ? text.approveDone : undefined;
}

function toPublishObstacle(facts: PullFacts): string | undefined {
  const { mergeable_state: state } = facts.pull;
  if (!facts.isReviewer) return text.publishEditor;
  if (canMerge(facts)) return undefined;
  if (isBehind(facts)) return text.conflict;
  if (state === 'draft') return text.gitHubDraft;
  const [missing] = toObstacles(facts);
  return missing ?? (state === 'unknown' ? shared.obstacles.unknown : text.otherRule);
}

/** The clock waits for checks and approvals by itself; what it cannot do is join. */
function toScheduleObstacle(facts: PullFacts, isDraft: boolean, hasDate: boolean): string | undefined {
  if (!hasDate) return text.scheduleNoDate;
  if (!facts.isReviewer) return text.publishEditor;
  if (isDraft) return text.draft;
  return isBehind(facts) ? text.conflict : undefined;
}
