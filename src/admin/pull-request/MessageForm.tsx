import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { messages } from '../locale/messages.ts';

interface Props {
  readonly label: string;
  /** @returns what went wrong, for who writes */
  onSend(text: string): Promise<string | undefined>;
  onClose(): void;
}

/** Where one writes to those who review. What could not be sent stays. */
export function MessageForm({ label, onSend, onClose }: Props): ReactNode {
  const text = messages.pull.conversation;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    field.current?.focus();
  }, []);

  const handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (value.trim() === '' || isSending) return;
    setSending(true);
    const refusal = await onSend(value.trim());
    setSending(false);
    setProblem(refusal);
    if (refusal === undefined) onClose();
  };
  return (
    <form className="gaceta-message" onSubmit={(event) => void handleSubmit(event)}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        value={value}
        onChange={({ target }) => {
          setValue(target.value);
        }}
      />
      {problem !== undefined && <p role="alert">{problem}</p>}
      <button type="submit" disabled={value.trim() === '' || isSending}>
        {isSending ? text.sending : text.send}
      </button>
      <button type="button" onClick={onClose}>
        {text.cancel}
      </button>
    </form>
  );
}
