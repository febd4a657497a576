import { toWords } from '../../browser/conversation/threads.ts';

/** What Decap's text editor draws paragraphs, titles, items and cells as. */
const blocks = '[data-slate-editor] :is(p, h1, h2, h3, h4, h5, h6, li, td, th, pre)';

/** Scrolls the form to the block of its text that reads like this, and lights it up for a moment. */
export function showPassage(text: string): void {
  const wanted = toWords(text);
  const found = [...document.querySelectorAll<HTMLElement>(blocks)].findLast((element) =>
    toWords(element.textContent ?? '').startsWith(wanted),
  );
  if (found === undefined) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  found.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  found.animate([{ background: '#ffe08a' }, { background: 'transparent' }], { duration: 2500 });
}
