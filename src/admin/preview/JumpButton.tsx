import { type ReactNode, useRef } from 'react';
import { messages } from '../locale/messages.ts';

interface JumpButtonProps {
  /** The pane with the preview. */
  readonly pane: Element | null;
  /** Is it on the screen? */
  readonly isThere: boolean;
}

const text = messages.preview.page;

/** On a phone, where the preview stands below the form: leads there, and back to where one was. */
export function JumpButton({ pane, isThere }: JumpButtonProps): ReactNode {
  const place = useRef(0);
  const jump = (): void => {
    // narrow.css makes Decap's two panes one column that scrolls.
    const column = pane?.closest('.SplitPane');
    if (pane === null || column == null) return;
    if (isThere) {
      column.scrollTop = place.current;
    } else {
      place.current = column.scrollTop;
      pane.scrollIntoView();
    }
  };
  return (
    <button type="button" className="gaceta-preview-jump" onClick={jump}>
      {isThere ? text.toForm : text.toPage}
    </button>
  );
}
