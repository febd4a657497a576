import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTyped } from '../typed.ts';
import { messages } from './messages.ts';

interface Props {
  /** Under which what is typed is kept, see useTyped. */
  readonly name: string;
  readonly label: string;
  readonly action: string;
  /** Rejects with a message in Spanish. */
  readonly onSend: (text: string) => Promise<void>;
  /** Absent: the form is always there. */
  readonly onCancel?: () => void;
}

/** Where a comment is written. What is typed stays until it is sent. */
export function CommentForm({ name, label, action, onSend, onCancel }: Props): ReactNode {
  const id = useId();
  const [text, setText] = useTyped(name);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const opensOnDemand = onCancel !== undefined;
  useEffect(() => {
    if (opensOnDemand) field.current?.focus();
  }, [opensOnDemand]);

  const send = async (): Promise<void> => {
    if (text.trim() === '' || isSending) {
      field.current?.focus();
      return;
    }
    setIsSending(true);
    setFailure(undefined);
    try {
      await onSend(text.trim());
      setText('');
    } catch (error) {
      setFailure(error instanceof Error ? error.message : messages.comment.failed);
    } finally {
      setIsSending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
    else if (event.key === 'Escape') onCancel?.();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className="v-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        value={text}
        aria-describedby={`${id}-keys`}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      {failure !== undefined && <p role="alert">{failure}</p>}
      <p className="v-buttons">
        <button type="submit" className="v-primary" aria-disabled={isSending}>
          {isSending ? messages.comment.sending : action}
        </button>
        {onCancel !== undefined && (
          <button type="button" onClick={onCancel}>
            {messages.comment.cancel}
          </button>
        )}
        <span id={`${id}-keys`} className="v-keys">
          {messages.comment.keys}
        </span>
      </p>
    </form>
  );
}
