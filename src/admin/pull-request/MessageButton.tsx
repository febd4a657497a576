import { type ReactNode, useState } from 'react';
import { MessageForm } from './MessageForm.tsx';

interface Props {
  readonly action: string;
  /** The action with what it is about, for who does not see where the button stands. */
  readonly name?: string;
  readonly label: string;
  onSend(text: string): Promise<string | undefined>;
}

/** A button in whose place one writes. */
export function MessageButton({ action, name, label, onSend }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <MessageForm
        label={label}
        onSend={onSend}
        onClose={() => {
          setOpen(false);
        }}
      />
    );
  }
  return (
    <button
      type="button"
      aria-label={name}
      onClick={() => {
        setOpen(true);
      }}
    >
      {action}
    </button>
  );
}
