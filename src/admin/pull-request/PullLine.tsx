import { type ReactNode, useState } from 'react';
import type { GitHubApi } from '../backend/github-api.ts';
import { messages } from '../locale/messages.ts';
import { askFor, tellProblem } from './ask-for.ts';
import type { PullFacts } from '../../browser/load-facts.ts';
import { getNewsroom } from './newsroom.ts';
import { ReasonLine } from './ReasonLine.tsx';
import { type FormPlace, SendAgain } from './SendAgain.tsx';
import type { Strip } from './to-strip.ts';
import type { Check, Verdict } from '../../browser/rules.ts';

interface Props {
  readonly strip: Strip;
  readonly facts: PullFacts;
  readonly hasChanged: boolean;
  readonly place: FormPlace;
}

/** An open pull request in a line or two. */
export function PullLine({ strip, facts, hasChanged, place }: Props): ReactNode {
  const text = messages.pull;
  return (
    <>
      <div className="gaceta-pull-line">
        <Links strip={strip} />
        {strip.kind !== undefined && <strong>{text.kinds[strip.kind]}</strong>}
        <ul>
          {strip.checks.map((check) => (
            <CheckItem key={check.name} {...check} />
          ))}
          {strip.verdicts.map((verdict) => (
            <VerdictItem key={verdict.login} {...verdict} />
          ))}
        </ul>
        <p data-missing={!strip.canPublish}>{strip.canPublish ? text.free : strip.missing.join(' ')}</p>
        {strip.canApprove && <ApproveButton facts={facts} />}
        {strip.askAgain.length > 0 && (
          <SendAgain number={strip.number} reviewers={strip.askAgain} place={place} />
        )}
        {strip.needsJoin && !hasChanged && <JoinButton number={strip.number} />}
        {strip.canExplain && <ReasonLine number={strip.number} reason={strip.reason} />}
      </div>
      {strip.checks
        .filter(({ state, description }) => state === 'failure' && description !== undefined)
        .map(({ name, description }) => (
          <p key={name}>{description}</p>
        ))}
      {strip.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {strip.asked !== undefined && <p>{strip.asked}</p>}
      {strip.presence !== undefined && <p>{strip.presence}</p>}
      {/* A live region has to be there before its text. */}
      <p className="gaceta-pull-news" role="status">
        {strip.moved}
        {strip.moved !== undefined && !hasChanged && (
          <button
            type="button"
            onClick={() => {
              location.reload();
            }}
          >
            {text.moved.show}
          </button>
        )}
      </p>
    </>
  );
}

function Links({ strip: { number, href, changesHref, summary, pageHref } }: Pick<Props, 'strip'>): ReactNode {
  const text = messages.pull;
  const toLink = (to: string, words: string, hint: string = text.linkHint): ReactNode => (
    <a href={to} target="_blank" rel="noopener noreferrer" title={hint}>
      {words}
    </a>
  );
  return (
    <>
      {href === undefined ? <span>{text.link(number)}</span> : toLink(href, text.link(number))}
      {toLink(changesHref, text.changes, summary)}
      {pageHref !== undefined && toLink(pageHref, text.page, text.pageHint)}
    </>
  );
}

function CheckItem({ name, state, description, href }: Check): ReactNode {
  const label = `${name}: ${messages.pull.checkStates[state]}`;
  return (
    <li data-state={state} title={description}>
      {href === undefined ? (
        label
      ) : (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {label}
        </a>
      )}
    </li>
  );
}

function VerdictItem({ name, state, isCurrent }: Verdict): ReactNode {
  const { [state]: toText, old } = messages.pull.verdicts;
  const isOld = state === 'approved' && !isCurrent;
  return <li data-state={isOld ? 'pending' : state}>{isOld ? `${toText(name)} ${old}` : toText(name)}</li>;
}

function ApproveButton({ facts: { pull } }: { readonly facts: PullFacts }): ReactNode {
  const [isSending, setSending] = useState(false);
  const handleClick = async (): Promise<void> => {
    setSending(true);
    const problem = await askFor((api) => approve(api, pull), { done: messages.pull.approved });
    if (problem !== undefined) tellProblem(problem);
    setSending(false);
  };
  return (
    <button type="button" disabled={isSending} onClick={() => void handleClick()}>
      {isSending ? messages.pull.approving : messages.pull.approve}
    </button>
  );
}

/** Merges what was published meanwhile into the draft. (Saving does that, too.) */
function JoinButton({ number }: { readonly number: number }): ReactNode {
  const [isSending, setSending] = useState(false);
  const handleClick = async (): Promise<void> => {
    setSending(true);
    const problem = await askFor((api) => api.joinPull(number), { done: messages.pull.joined });
    setSending(false);
    if (problem === undefined) location.reload();
    else tellProblem(problem);
  };
  return (
    <button type="button" disabled={isSending} onClick={() => void handleClick()}>
      {isSending ? messages.pull.joining : messages.pull.join}
    </button>
  );
}

/** https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request */
const approve = (api: GitHubApi, { number, head }: PullFacts['pull']): Promise<unknown> =>
  api.request(`${getNewsroom()?.repo ?? ''}/pulls/${String(number)}/reviews`, {
    method: 'POST',
    body: JSON.stringify({ event: 'APPROVE', commit_id: head.sha }),
  });
