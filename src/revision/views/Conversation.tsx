import { type ReactNode, useState } from 'react';
import { toWhen } from '../../browser/when.ts';
import type { ConversationProps, LoadedPull } from '../pull.ts';
import { CommentForm } from './CommentForm.tsx';
import { messages } from './messages.ts';
import { ThreadView, toName } from './Thread.tsx';
import { type Event, toTimeline } from '../../browser/conversation/timeline.ts';
import './views.css';

/** What people said of the change, oldest first, and where one writes to all. */
export function Conversation({ pull, onComment, onReply }: ConversationProps): ReactNode {
  const [isSent, setIsSent] = useState(false);
  const events = toTimeline(pull);
  return (
    <div className="v-view v-conversation">
      {events.length === 0 ? (
        <p>{messages.conversation.none}</p>
      ) : (
        <ol className="v-events">
          {events.map((event) => (
            <li key={`${event.kind} ${String(event.id)}`}>
              <OneEvent pull={pull} event={event} onReply={onReply} />
            </li>
          ))}
        </ol>
      )}
      {onComment !== undefined && (
        <CommentForm
          name={`${String(pull.facts.pull.number)} general`}
          label={messages.comment.generalLabel}
          action={messages.comment.send}
          onSend={async (text) => {
            setIsSent(false);
            await onComment(text);
            setIsSent(true);
          }}
        />
      )}
      <p role="status" className="v-sent">
        {isSent && messages.comment.sent}
      </p>
    </div>
  );
}

interface EventProps {
  readonly pull: LoadedPull;
  readonly event: Event;
  readonly onReply: ConversationProps['onReply'];
}

function OneEvent({ pull, event, onReply }: EventProps): ReactNode {
  const { verdicts, commented, aParagraph } = messages.conversation;
  if (event.kind === 'thread') {
    const [first] = event.thread.said;
    return (
      <>
        <Who
          pull={pull}
          login={first?.login}
          did={aParagraph(toTitle(pull, event.thread.path))}
          at={event.at}
        />
        <ThreadView pull={pull} thread={event.thread} onReply={onReply} isQuoted />
      </>
    );
  }
  const state = event.kind === 'review' ? event.state : undefined;
  return (
    <div className={state === undefined ? undefined : `v-verdict v-${state.toLowerCase()}`}>
      <Who
        pull={pull}
        login={event.login}
        did={state === undefined ? commented : (verdicts[state] ?? commented)}
        at={event.at}
      />
      {event.text !== '' && <p className="v-said">{event.text}</p>}
    </div>
  );
}

interface WhoProps {
  readonly pull: LoadedPull;
  readonly login: string | undefined;
  readonly did: string;
  readonly at: string;
}

function Who({ pull, login, did, at }: WhoProps): ReactNode {
  return (
    <p className="v-who">
      <strong>{toName(pull, login)}</strong> {did}{' '}
      <time dateTime={at}>{toWhen(new Date(at), new Date(), pull.timeZone)}</time>
    </p>
  );
}

/** What the entry of a file is called; nothing where the change has one only. */
function toTitle({ entries }: LoadedPull, path: string): string | undefined {
  if (entries.length < 2) return undefined;
  return entries.find(({ before, after }) => (after ?? before)?.path === path)?.report.title;
}
