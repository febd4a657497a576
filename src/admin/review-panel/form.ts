/** The form of Decap's editor, as it stands in the page. */

/** The element that scrolls the form: the left pane, or on a phone both panes together. */
const scrollers = '[class*="-ControlPaneContainer"], .SplitPane';

/** Lets the form be drawn anew and comes back to where it was scrolled to. */
export function keepScroll(change: () => void): void {
  const before = [...document.querySelectorAll(scrollers)].map(({ scrollTop }) => scrollTop);
  change();
  afterDrawing(() => {
    for (const [index, element] of document.querySelectorAll(scrollers).entries()) {
      element.scrollTop = before[index] ?? 0;
    }
  });
}

/** Calls back when React has drawn what the state says now. */
export function afterDrawing(callback: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(callback));
}

/** Scrolls to the first field that is marked as wrong. */
export function scrollToMarks(): void {
  document.querySelector('[class*="-ControlErrorsList"]')?.scrollIntoView({ block: 'center' });
}

/** The id of the control of a top-level field: Decap makes it of the name and a number. */
export function findControlId(name: string): string | undefined {
  const pattern = new RegExp(`^${name}-field-\\d+$`, 'u');
  const labels = [...document.querySelectorAll<HTMLLabelElement>('label[for]')].filter(({ htmlFor }) =>
    pattern.test(htmlFor),
  );
  // Blocks of the body have fields of the same names, nested in its control.
  return labels.find((label) => !isNested(label))?.htmlFor;
}

const container = '[class*="-ControlContainer"]';

const isNested = (label: HTMLElement): boolean =>
  label.closest(container)?.parentElement?.closest(container) != null;

/** Scrolls to a field, or in the body to the paragraph of an excerpt, and puts the cursor there. */
export function goTo(field: string, excerpt: string | undefined): void {
  const [name = ''] = field.split('.');
  const id = findControlId(name);
  if (id === undefined) return;
  const label = document.querySelector<HTMLElement>(`label[for="${CSS.escape(id)}"]`);
  const box = label?.closest<HTMLElement>(container);
  const paragraph = box && excerpt !== undefined ? findParagraph(box, excerpt) : undefined;
  const target = paragraph ?? box;
  target?.scrollIntoView({ block: paragraph === undefined ? 'start' : 'center' });
  target?.animate([{ background: '#fff1c2' }, { background: 'transparent' }], 2500);
  if (paragraph === undefined) focusInside(box);
  else focusAt(paragraph);
}

function focusInside(box: HTMLElement | null | undefined): void {
  const control =
    box?.querySelector<HTMLElement>('[data-slate-editor]') ??
    box?.querySelector<HTMLElement>('input:not([type=file]), textarea, select, button');
  control?.focus({ preventScroll: true });
}

/** Puts the cursor at the start of a paragraph of the text editor. */
function focusAt(paragraph: HTMLElement): void {
  paragraph.closest<HTMLElement>('[contenteditable=true]')?.focus({ preventScroll: true });
  const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  if (text !== null) getSelection()?.collapse(text, 0);
}

/** Blocks of rich text, and lines of the raw mode. */
const blockSelector =
  '[data-slate-editor] :is(p, h1, h2, h3, h4, h5, h6, li, blockquote, td, th, pre, [data-slate-node="element"])';

/** The words of a text, without marks: rich text shows no asterisks and the file has escapes. */
const toWords = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The smallest block of the editor that has the words of a line of Markdown, or most of its start. */
function findParagraph(box: HTMLElement, excerpt: string): HTMLElement | undefined {
  const plain = excerpt.replace(/\]\([^)]*\)/gu, ' ').replace(/<[^>]*>/gu, ' ');
  const wanted = [toWords(excerpt), toWords(plain), toWords(plain).slice(0, 40)].filter(
    (text) => text !== '',
  );
  const blocks = [...box.querySelectorAll<HTMLElement>(blockSelector)];
  for (const part of wanted) {
    const found = blocks.filter((block) => toWords(block.textContent).includes(part));
    const smallest = found.find((block) => !found.some((other) => other !== block && block.contains(other)));
    if (smallest !== undefined) return smallest;
  }
  return undefined;
}
