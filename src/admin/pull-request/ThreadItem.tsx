import type { ReactNode } from 'react';
import type { Thread } from '../../browser/conversation/threads.ts';
import { messages } from '../locale/messages.ts';
import type { Passage } from './find-passage.ts';
import { MessageButton } from './MessageButton.tsx';
import { SaidItem } from './SaidItem.tsx';
import { showPassage } from './show-passage.ts';

interface Props {
  readonly thread: Thread;
  readonly passage: Passage | undefined;
  /** Is it about the file in the form? */
  readonly isHere: boolean;
  /** Are the words that it quotes no longer in that file? */
  readonly isGone: boolean;
  toName(login: string | undefined): string;
  toTime(at: string): string;
  onReply(text: string): Promise<string | undefined>;
}

/** What was said about a paragraph: which one, its words, and the answers. */
export function ThreadItem({ thread, passage, isHere, isGone, toName, toTime, onReply }: Props): ReactNode {
  const text = messages.pull.conversation;
  const [first] = thread.said;
  const quote = thread.quote ?? passage?.text;
  return (
    <>
      {passage !== undefined && <PassageButton passage={passage} />}
      {!isHere && <p>{text.otherFile(thread.path)}</p>}
      {quote !== undefined && <blockquote>{quote}</blockquote>}
      {isHere && isGone && <p>{text.gone}</p>}
      {thread.said.map(({ id, login, text: words, at }) => (
        <SaidItem key={id} name={toName(login)} when={toTime(at)} text={words} />
      ))}
      <MessageButton
        action={text.reply}
        name={text.replyTo(toName(first?.login))}
        label={text.replyLabel(toName(first?.login))}
        onSend={onReply}
      />
    </>
  );
}

function PassageButton({
  passage: { position, style, text: words },
}: {
  readonly passage: Passage;
}): ReactNode {
  const text = messages.pull.conversation;
  const place =
    position === undefined ? style.charAt(0).toUpperCase() + style.slice(1) : text.paragraph(position);
  return (
    <button
      type="button"
      className="gaceta-passage"
      aria-label={text.show(place)}
      onClick={() => {
        showPassage(words);
      }}
    >
      {place}
    </button>
  );
}
