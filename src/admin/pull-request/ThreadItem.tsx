import type { ReactNode } from 'react';
import type { Thread } from '../../browser/conversation/threads.ts';
import { messages } from '../locale/messages.ts';
import type { NamedField } from './find-field.ts';
import type { Passage } from './find-passage.ts';
import { MessageButton } from './MessageButton.tsx';
import { SaidItem } from './SaidItem.tsx';
import { showField, showPassage } from './show-passage.ts';

export interface ThreadItemProps {
  readonly thread: Thread;
  /** What it is about: in the text, or else in another field. */
  readonly passage: Passage | undefined;
  readonly field: NamedField | undefined;
  /** Is it about the file in the form? */
  readonly isHere: boolean;
  /** Are the words that it quotes no longer in that file? */
  readonly isGone: boolean;
  toName(login: string | undefined): string;
  toTime(at: string): string;
  onReply(text: string): Promise<string | undefined>;
}

/** What was said about a paragraph or a field: which one, its words, and the answers. */
export function ThreadItem({ thread, passage, field, isHere, isGone, ...props }: ThreadItemProps): ReactNode {
  const { toName, toTime, onReply } = props;
  const text = messages.pull.conversation;
  const [first] = thread.said;
  const quote = thread.quote ?? passage?.text;
  return (
    <>
      <div className="gaceta-place">
        {passage !== undefined && (
          <PlaceButton
            place={toPlaceName(passage)}
            onClick={() => {
              showPassage(passage.text);
            }}
          />
        )}
        {passage === undefined && field !== undefined && (
          <PlaceButton
            place={field.label}
            onClick={() => {
              showField(field.name);
            }}
          />
        )}
        {!isHere && <span>{text.otherFile(thread.path)}</span>}
        {quote !== undefined && <blockquote>{quote}</blockquote>}
        {isHere && isGone && <span>{text.gone}</span>}
      </div>
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

const toPlaceName = ({ position, style }: Passage): string =>
  position === undefined
    ? style.charAt(0).toUpperCase() + style.slice(1)
    : messages.pull.conversation.paragraph(position);

/** Leads to the place in the form. */
function PlaceButton({ place, onClick }: { readonly place: string; onClick(): void }): ReactNode {
  return (
    <button
      type="button"
      className="gaceta-passage"
      aria-label={messages.pull.conversation.show(place)}
      onClick={onClick}
    >
      {place}
    </button>
  );
}
