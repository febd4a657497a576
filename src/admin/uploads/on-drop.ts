import { messages } from '../locale/messages.ts';
import { showNote } from '../notes/show-note.ts';

/** The button of the media library that uploads. */
const uploadInput = '[role=dialog] .nc-fileUploadButton input[type=file]:not(:disabled)';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/**
 * A file that is dropped goes into the media library where it is open. Elsewhere nothing happens but a note:
 * the browser would leave the page for the file, and with it what is not saved.
 */
export function catchDrops(): void {
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      const input = document.querySelector<HTMLInputElement>(uploadInput);
      if (input === null) {
        tellWhereFilesGo();
        return;
      }
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { capture: true },
  );
}

/** Says how a file comes into an entry. */
export function tellWhereFilesGo(): void {
  showNote({ title: messages.upload.notTaken, lines: [messages.upload.whereTo], kind: 'refused' });
}
