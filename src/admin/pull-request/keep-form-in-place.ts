import { form, isWriting } from '../writing.ts';

/** While somebody writes, the form stays where it is on the screen, however high the strip above it becomes. */
export function keepFormInPlace(strip: Element): () => void {
  let last = strip.getBoundingClientRect().height;
  const observer = new ResizeObserver(() => {
    const { height } = strip.getBoundingClientRect();
    const grown = height - last;
    last = height;
    if (!isWriting()) return;
    // On a phone both panes scroll as one.
    for (const element of document.querySelectorAll(`${form}, .SplitPane`)) element.scrollTop += grown;
  });
  observer.observe(strip);
  return () => {
    observer.disconnect();
  };
}
