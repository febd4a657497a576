import type { ShownPage } from '../../browser/page-frame/PageFrame.tsx';
import { isWriting } from '../writing.ts';

/** What Decap remembers of the button that lets the preview follow. */
const key = 'cms.scroll-sync-enabled';

/** Scrolls the page to what somebody has just written, unless it is seen. */
export function showChange(scroller: Element, { changed, scale }: ShownPage): void {
  // With the text its reading time may change, and with a title the links to share it.
  const element = changed.findLast((one) => one.closest('.prose') !== null) ?? changed[0];
  if (element === undefined || localStorage.getItem(key) === 'false' || !isWriting()) return;
  const { top, bottom } = element.getBoundingClientRect();
  const [from, to] = [top * scale, bottom * scale];
  const { scrollTop, clientHeight } = scroller;
  const isSeen =
    to - from < clientHeight
      ? from >= scrollTop && to <= scrollTop + clientHeight
      : from < scrollTop + clientHeight && to > scrollTop;
  if (!isSeen) scroller.scrollTop = from - clientHeight / 4;
}
