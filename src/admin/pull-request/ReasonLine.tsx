import { type ReactNode, Suspense, useState } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { messages } from '../locale/messages.ts';

const ReasonForm = lazyPart(() => import('./ReasonForm.tsx'));

interface Props {
  readonly number: number;
  readonly reason: string | undefined;
}

/** Why something published changes, as readers will read it. */
export function ReasonLine({ number, reason }: Props): ReactNode {
  const text = messages.pull.reason;
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <Suspense fallback={null}>
        <ReasonForm
          number={number}
          reason={reason}
          onClose={() => {
            setOpen(false);
          }}
        />
      </Suspense>
    );
  }
  return (
    <p className="gaceta-reason">
      {reason !== undefined && (
        <>
          <b>{text.label}:</b> {reason}{' '}
        </>
      )}
      <button
        type="button"
        onClick={() => {
          setOpen(true);
        }}
      >
        {reason === undefined ? text.add : text.change}
      </button>
    </p>
  );
}
