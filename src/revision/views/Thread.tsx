import { type ReactNode, useRef, useState } from 'react';
import { toWhen } from '../../browser/when.ts';
import type { LoadedPull } from '../pull.ts';
import { CommentForm } from './CommentForm.tsx';
import { messages } from './messages.ts';
import type { Said, Thread } from '../../browser/conversation/threads.ts';

interface SaidProps {
  readonly pull: LoadedPull;
  readonly said: Said;
  /** Who and when stand elsewhere otherwise. */
  readonly isNamed: boolean;
}

/** One comment: who, when, what. */
function SaidItem({ pull, said: { login, text, at }, isNamed }: SaidProps): ReactNode {
  return (
    <>
      {isNamed && (
        <p className="v-who">
          <strong>{toName(pull, login)}</strong>{' '}
          <time dateTime={at}>{toWhen(new Date(at), new Date(), pull.timeZone)}</time>
        </p>
      )}
      <p className="v-said">{text}</p>
    </>
  );
}

/** What a person is called. */
export const toName = ({ facts }: LoadedPull, login: string | undefined): string =>
  login === undefined ? messages.comment.someone : (facts.names.get(login) ?? login);

interface ThreadProps {
  readonly pull: LoadedPull;
  readonly thread: Thread;
  readonly onReply: ((id: number, text: string) => Promise<void>) | undefined;
  /** Who reads it here does not see the paragraph. */
  readonly isQuoted?: boolean;
}

/** A comment on a paragraph with its answers, and where one answers. */
export function ThreadView({ pull, thread, onReply, isQuoted = false }: ThreadProps): ReactNode {
  const [isAnswering, setIsAnswering] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [first] = thread.said;
  const close = (): void => {
    setIsAnswering(false);
    // After the button has taken the place of the form.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <div className="v-thread">
      {isQuoted && thread.quote !== undefined && (
        <blockquote>
          <span className="v-unseen">{messages.comment.quoted} </span>
          {thread.quote}
        </blockquote>
      )}
      <ol>
        {thread.said.map((said, index) => (
          <li key={said.id}>
            <SaidItem pull={pull} said={said} isNamed={!isQuoted || index > 0} />
          </li>
        ))}
      </ol>
      {onReply !== undefined && isAnswering && (
        <CommentForm
          name={`${String(pull.facts.pull.number)} answer ${String(thread.id)}`}
          label={messages.comment.answerLabel(toName(pull, first?.login))}
          action={messages.comment.answer}
          onSend={async (text) => {
            await onReply(thread.id, text);
            close();
          }}
          onCancel={close}
        />
      )}
      {onReply !== undefined && !isAnswering && (
        <button
          ref={button}
          type="button"
          className="v-quiet"
          onClick={() => {
            setIsAnswering(true);
          }}
        >
          {messages.comment.answer}
        </button>
      )}
    </div>
  );
}
