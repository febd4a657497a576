import { createRoot } from 'react-dom/client';
import { messages } from '../locale/messages.ts';
import { Comparison } from '../merge/Comparison.tsx';
import { Dialog } from '../pull-request/Dialog.tsx';
import type { DeviceDraft } from './device-draft.ts';
import { readForm } from './form.ts';
import { recover } from './recover.ts';
import { findCollection, toDraftTime } from './title.ts';

/** Shows what a kept text would change in the open form. */
export function showComparison(draft: DeviceDraft): void {
  const collection = findCollection(draft.collection);
  const form = readForm();
  if (collection === undefined || form === undefined) return;
  const { recover: recoverLabel, dialog } = messages.drafts;
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const close = (): void => {
    root.unmount();
    place.remove();
  };
  const handleRecover = (): void => {
    close();
    void recover(draft);
  };
  root.render(
    <Dialog title={dialog.title(draft.title)} lead={dialog.lead(toDraftTime(draft))} onClose={close}>
      <Comparison
        collection={collection}
        before={form.data.toJS()}
        after={draft.values}
        beforeLabel={dialog.before}
        afterLabel={dialog.after}
      />
      <footer>
        <button type="submit" onClick={handleRecover}>
          {recoverLabel}
        </button>
        <button type="button" onClick={close}>
          {dialog.close}
        </button>
      </footer>
    </Dialog>,
  );
}
