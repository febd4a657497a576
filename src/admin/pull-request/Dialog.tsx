import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

interface Props {
  readonly title: string;
  readonly lead: string;
  onClose(): void;
  readonly children: ReactNode;
}

/** A modal dialog; the browser keeps the focus inside and gives it back. Escape closes it. */
export function Dialog({ title, lead, onClose, children }: Props): ReactNode {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return createPortal(
    <dialog ref={element} className="gaceta-dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      {children}
    </dialog>,
    document.body,
  );
}
