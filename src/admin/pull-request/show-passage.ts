import { toWords } from '../../browser/conversation/threads.ts';

/** What Decap's text editor draws paragraphs, titles, items and cells as, and the fields of the blocks among them. */
const blocks = '[data-slate-editor] :is(p, h1, h2, h3, h4, h5, h6, li, td, th, pre, input, textarea)';

/** Scrolls the form to the block of its text that reads like this, and lights it up for a moment. */
export function showPassage(text: string): void {
  const wanted = toWords(text);
  const found = [...document.querySelectorAll<HTMLElement>(blocks)].map((element) => ({
    element,
    words: toWords('value' in element ? String(element.value) : (element.textContent ?? '')),
  }));
  // Notes and what is written as Markdown have signs before their words.
  const place =
    found.findLast(({ words }) => words.startsWith(wanted)) ??
    found.findLast(({ words }) => words.includes(wanted));
  if (place !== undefined) light(place.element);
}

/** Scrolls the form to one of its fields and puts the cursor there. @param name key in the collection's fields */
export function showField(name: string): void {
  const label = [...document.querySelectorAll('label')].find(({ htmlFor }) =>
    htmlFor.startsWith(`${name}-field-`),
  );
  if (label === undefined) return;
  document.getElementById(label.htmlFor)?.focus({ preventScroll: true });
  light(label.parentElement?.parentElement ?? label);
}

function light(element: HTMLElement): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  element.animate([{ background: '#ffe08a' }, { background: 'transparent' }], { duration: 2500 });
}
