import { type ReactNode, useRef, useState } from 'react';
import type { LoadedPull, ViewProps } from '../pull.ts';
import type { Target } from './block-text.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentIcon } from './CommentIcon.tsx';
import { messages } from './messages.ts';
import { ThreadView } from './Thread.tsx';
import type { Thread } from '../../browser/conversation/threads.ts';

/** What a view needs to show and take comments. */
export interface Discussion {
  readonly pull: LoadedPull;
  readonly onComment: ViewProps['onComment'];
  readonly onReply: ViewProps['onReply'];
}

interface Props {
  readonly discussion: Discussion;
  readonly target: Target;
  /** What the button says to who does not see where it stands, such as «Párrafo 3». */
  readonly place: string;
  readonly action?: string;
  readonly threads: readonly Thread[];
  readonly children: ReactNode;
}

/** Something that can be commented: beside it the button, below it what was said and where one writes. */
export function Remarks({ discussion, target, place, action, threads, children }: Props): ReactNode {
  const { pull, onComment, onReply } = discussion;
  const [isOpen, setIsOpen] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = action ?? messages.comment.paragraph;
  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <div className="v-remarks">
      {children}
      {onComment !== undefined && (
        <button
          ref={button}
          type="button"
          className="v-remark"
          title={label}
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
            setIsSent(false);
          }}
        >
          <CommentIcon />
          <span className="v-unseen">{`${label} (${place})`}</span>
        </button>
      )}
      {threads.map((thread) => (
        <ThreadView key={thread.id} pull={pull} thread={thread} onReply={onReply} />
      ))}
      {isOpen && onComment !== undefined && (
        <CommentForm
          name={[pull.facts.pull.number, target.path, target.line, target.quote.slice(0, 20)].join(' ')}
          label={messages.comment.label(place)}
          action={messages.comment.send}
          onSend={async (text) => {
            await onComment({ ...target, text });
            setIsSent(true);
            close();
          }}
          onCancel={close}
        />
      )}
      <p role="status" className="v-sent">
        {isSent && messages.comment.sent}
      </p>
    </div>
  );
}
