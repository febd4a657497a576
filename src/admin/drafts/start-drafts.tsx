import { createRoot } from 'react-dom/client';
import { messages } from '../locale/messages.ts';
import { getDock } from '../notes/dock.ts';
import { showNote } from '../notes/show-note.ts';
import { DraftsCard } from './DraftsCard.tsx';
import { startQueue } from './queue.ts';
import { startRecording } from './recorder.ts';
import { findUnsaved, handleFormOpens, watchUnsaved } from './unsaved.ts';

/** Keeps unsaved texts on this device from now on, and offers those that are there. */
export function startDrafts(): void {
  let hasFailed = false;
  startRecording({
    opens: () => void handleFormOpens(),
    closed: () => void findUnsaved(),
    fails(error) {
      if (hasFailed) return;
      hasFailed = true;
      const { notKept, notKeptRemedy } = messages.drafts;
      showNote({ title: notKept, lines: [notKeptRemedy, String(error)], kind: 'refused' });
    },
  });
  watchUnsaved();
  startQueue();
  createRoot(getDock('drafts')).render(<DraftsCard />);
}
