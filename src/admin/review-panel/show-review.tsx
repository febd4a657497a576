import { createRoot, type Root } from 'react-dom/client';
import { onceDraftChanges, setFieldErrors } from '../draft.ts';
import { messages } from '../locale/messages.ts';
import { getDock } from '../notes/dock.ts';
import type { ReviewItem } from '../review-draft.ts';
import { afterDrawing, findControlId, scrollToMarks } from './form.ts';
import { ReviewPanel } from './ReviewPanel.tsx';

let root: Root | undefined;

/** Counts reviews: what belongs to an older one is no longer done. */
let turn = 0;

/** Lists findings in the panel and marks the fields of errors. Without findings the panel goes away. */
export function showReview(items: readonly ReviewItem[]): void {
  turn += 1;
  const current = turn;
  root ??= createRoot(getDock('panel'));
  root.render(items.length === 0 ? null : <ReviewPanel key={current} items={items} onClose={hideReview} />);
  afterDrawing(() => {
    if (turn === current) markFields(items.filter(({ severity }) => severity === 'error'));
  });
}

/** Takes the panel away. The marks go with the next change of the text. */
export function hideReview(): void {
  root?.render(null);
}

function markFields(errors: readonly ReviewItem[]): void {
  const byId = Map.groupBy(errors, ({ field }) => findControlId(field?.split('.')[0] ?? ''));
  byId.delete(undefined);
  for (const [id, items] of byId) {
    if (id !== undefined) setFieldErrors(id, toMarks(items));
  }
  if (byId.size === 0) return;
  afterDrawing(scrollToMarks);
  // The texts of the old errors say nothing of a new value; Decap would refuse to save it because of them.
  onceDraftChanges(() => {
    for (const id of byId.keys()) {
      if (id !== undefined) setFieldErrors(id, []);
    }
  });
}

/** What to do, and the lines of the body, stand in the panel. */
function toMarks(items: readonly ReviewItem[]): string[] {
  const inBody = items.filter(({ excerpt }) => excerpt !== undefined);
  const others = items.filter(({ excerpt }) => excerpt === undefined);
  return [
    ...others.map(({ message }) => message),
    ...(inBody.length === 0 ? [] : [messages.review.inBody(inBody.length)]),
  ];
}
