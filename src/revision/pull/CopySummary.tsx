import { type ReactNode, useState } from 'react';
import { toText } from '../../review/report/to-text.ts';
import { Dialog } from '../Dialog.tsx';
import { announce } from '../LiveRegion.tsx';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';

/** Puts a summary for an e-mail on the clipboard; where the browser does not let it, it shows the text. */
export function CopySummary({ pull }: { readonly pull: LoadedPull }): ReactNode {
  const [shown, setShown] = useState<string>();
  const text = messages.actions;
  const copy = async (): Promise<void> => {
    const summary = toSummary(pull);
    try {
      await navigator.clipboard.writeText(summary);
      announce(text.copied);
    } catch (error) {
      // No permission, or no secure context.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      setShown(summary);
    }
  };
  const close = (): void => {
    setShown(undefined);
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {text.copy}
      </button>
      {shown !== undefined && (
        <Dialog title={text.copy} lead={text.copyFailed} onClose={close}>
          <textarea rows={12} readOnly value={shown} aria-label={text.copy} />
          <div className="buttons">
            <button type="button" onClick={close}>
              {messages.keys.close}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function toSummary({ facts, entries, media, findings }: LoadedPull): string {
  const { title, user } = facts.pull;
  const author = user == null ? undefined : (facts.names.get(user.login) ?? user.login);
  return toText(
    {
      entries: entries.map(({ report }) => report),
      media,
      findings: findings ?? { new: [], fixed: [], remaining: [] },
    },
    { title, url: location.href, ...(author === undefined ? {} : { author }) },
  );
}
