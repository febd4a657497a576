import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { longestReason } from '../../review/index.ts';
import { messages } from '../locale/messages.ts';
import { askFor } from './ask-for.ts';

interface Props {
  readonly number: number;
  readonly reason: string | undefined;
  onClose(): void;
}

/** Asks why something published changes. */
export default function ReasonForm({ number, reason, onClose }: Props): ReactNode {
  const text = messages.pull.reason;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(reason ?? '');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    field.current?.focus();
  }, []);
  const handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    const refusal = await askFor((api) => api.explainPull(number, value), { done: text.saved });
    setSending(false);
    setProblem(refusal);
    if (refusal === undefined) onClose();
  };
  return (
    <form className="gaceta-message" onSubmit={(event) => void handleSubmit(event)}>
      <label htmlFor={id}>{text.label}</label>
      <input
        ref={field}
        id={id}
        value={value}
        maxLength={longestReason}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setValue(target.value);
        }}
      />
      <p id={`${id}-hint`}>{text.hint}</p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <button type="submit" disabled={isSending}>
        {isSending ? text.saving : text.save}
      </button>
      <button type="button" onClick={onClose}>
        {text.cancel}
      </button>
    </form>
  );
}
