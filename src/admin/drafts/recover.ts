import { keepScroll } from '../review-panel/form.ts';
import type { DeviceDraft } from './device-draft.ts';
import { loadFiles } from './device-store.ts';
import { fillForm } from './form.ts';
import { adopt, getRecording, keepNow } from './recorder.ts';

/**
 * Puts a text that was kept into the open form, which goes on with this copy. What was in the form until now
 * stays on the device, too. The base comes with the text: saving merges what others did since.
 */
export async function recover(draft: DeviceDraft): Promise<void> {
  const recording = getRecording();
  if (recording === undefined) return;
  await keepNow();
  const files = await loadFiles(draft);
  if (getRecording() !== recording) return;
  adopt(recording, draft);
  keepScroll(() => {
    fillForm(draft.values, draft.base, files);
  });
  await keepNow();
}
