import { messages } from './messages.ts';
import type { PullFacts } from './load-facts.ts';

/** A check of the pull request's last commit, as the strip shows it. */
export interface Check {
  readonly name: string;
  readonly state: 'pending' | 'success' | 'failure';
  readonly description?: string;
  readonly href?: string;
  readonly isRequired: boolean;
}

/** What a person thought of it, at last. */
export interface Verdict {
  readonly login: string;
  readonly name: string;
  readonly state: 'approved' | 'changes-requested';
  /** Of the last commit; GitHub does not count others. */
  readonly isCurrent: boolean;
}

export const requiredApprovals = ({ rules }: Pick<PullFacts, 'rules'>): number =>
  Math.max(0, ...rules.map(({ parameters }) => parameters?.required_approving_review_count ?? 0));

/** Who pushed last, as far as commits tell: what people commit on GitHub's own pages, it commits for them. */
export function lastPusher({ commits }: Pick<PullFacts, 'commits'>): string | undefined {
  const { author, committer } = commits.at(-1) ?? {};
  return committer?.login === 'web-flow' ? author?.login : (committer ?? author)?.login;
}

/** Statuses that report or lead somewhere: is the site live, what changed, the page as it will be. */
const notChecks = ['gaceta/publish', 'gaceta/revision', 'deploy/preview'];

/** Every check that ran or has to, by name. */
export function toChecks({ rules, statuses, checkRuns }: PullFacts): Check[] {
  const required = rules.flatMap(
    ({ parameters }) => parameters?.required_status_checks?.map(({ context }) => context) ?? [],
  );
  const checks = new Map<string, Check>();
  const add = (context: string, check: Omit<Check, 'name' | 'isRequired'>): void => {
    checks.set(context, {
      name: messages.checkNames[context] ?? context,
      isRequired: required.includes(context),
      ...check,
    });
  };
  for (const context of required) add(context, { state: 'pending' });
  for (const { name, status, conclusion, html_url: href, output } of checkRuns) {
    add(name, {
      state: toCheckState(status, conclusion),
      ...(output?.title && { description: output.title }),
      ...(href && { href }),
    });
  }
  for (const { context, state, description, target_url: href } of statuses) {
    if (notChecks.includes(context) && !required.includes(context)) continue;
    add(context, {
      state: state === 'error' ? 'failure' : state,
      ...(description && { description }),
      ...(href && { href }),
    });
  }
  return [...checks.values()];
}

/** https://docs.github.com/en/rest/guides/using-the-rest-api-to-interact-with-checks#about-check-runs */
function toCheckState(status: string, conclusion: string | null | undefined): Check['state'] {
  if (status !== 'completed') return 'pending';
  return ['success', 'neutral', 'skipped'].includes(conclusion ?? '') ? 'success' : 'failure';
}

/** The last verdict of each person; a comment is none, and a dismissal takes it back. */
export function toVerdicts({
  reviews,
  pull,
  names,
}: Pick<PullFacts, 'reviews' | 'pull' | 'names'>): Verdict[] {
  const states: Readonly<Record<string, Verdict['state']>> = {
    APPROVED: 'approved',
    CHANGES_REQUESTED: 'changes-requested',
  };
  const verdicts = new Map<string, Verdict>();
  for (const { user, state, commit_id: commit } of reviews) {
    if (user == null || state === 'COMMENTED' || state === 'PENDING') continue;
    const login = user.login;
    verdicts.delete(login);
    const verdict = states[state];
    if (verdict === undefined) continue;
    verdicts.set(login, {
      login,
      name: names.get(login) ?? login,
      state: verdict,
      isCurrent: commit === pull.head.sha,
    });
  }
  return [...verdicts.values()];
}

/** Those that count: of the last commit, by neither the author nor who pushed last. */
export function toApprovals(facts: PullFacts): Verdict[] {
  const involved = [facts.pull.user?.login, lastPusher(facts)];
  return toVerdicts(facts).filter(
    ({ login, state, isCurrent }) => state === 'approved' && isCurrent && !involved.includes(login),
  );
}

/** May this person's approval count, and has not been given? */
export function canApprove(facts: PullFacts, login: string): boolean {
  return (
    facts.isReviewer &&
    facts.pull.state === 'open' &&
    login !== facts.pull.user?.login &&
    login !== lastPusher(facts) &&
    !toApprovals(facts).some((approval) => approval.login === login)
  );
}

/** States in which GitHub merges, with the rules met. */
const mergeable = ['clean', 'unstable', 'has_hooks'];

export const canMerge = ({ pull }: Pick<PullFacts, 'pull'>): boolean =>
  mergeable.includes(pull.mergeable_state);

/** Main went on: it conflicts, or the rules want it joined before the merge. */
export const isBehind = ({ pull }: Pick<PullFacts, 'pull'>): boolean =>
  ['behind', 'dirty'].includes(pull.mergeable_state);

/** What the rules that we can read still ask for, in Spanish, in the order in which people do it. */
export function toObstacles(facts: PullFacts): string[] {
  const text = messages.obstacles;
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
