import { type ReactNode, useState } from 'react';
import { Dialog } from '../Dialog.tsx';
import { messages } from '../messages.ts';
import { useKeys } from './use-keys.ts';

/** Which keys there are: by a button, and by `?`. */
export function KeysHelp(): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const open = (): void => {
    setIsOpen(true);
  };
  const close = (): void => {
    setIsOpen(false);
  };
  useKeys({ '?': open });
  const { button, heading, list, close: closing } = messages.keys;
  return (
    <footer className="foot">
      <button type="button" className="quiet" onClick={open}>
        {button} <kbd>?</kbd>
      </button>
      {isOpen && (
        <Dialog title={heading} onClose={close}>
          <dl className="keys">
            {list.map(([key, text]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <div className="buttons">
            <button type="button" onClick={close}>
              {closing}
            </button>
          </div>
        </Dialog>
      )}
    </footer>
  );
}
