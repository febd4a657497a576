import { messages } from '../locale/messages.ts';
import { getDock } from './dock.ts';

export interface Note {
  readonly title: string;
  readonly lines?: readonly string[];
  readonly kind?: 'done' | 'busy' | 'refused';
  readonly action?: { readonly label: string; run(): void };
}

/** How long a note stays while nobody points at it or has come to it by keyboard, in milliseconds. */
const duration = 20_000;

/** How many lines show without asking for the rest. */
const shown = 3;

let hideCurrent: (() => void) | undefined;

/**
 * Shows a note in the corner, in the place of the one before, until its time is over or somebody closes it.
 * One that is `busy` stays until it is hidden.
 * @returns hides this note; does nothing when it is gone
 */
export function showNote({ title, lines = [], kind = 'done', action }: Note): () => void {
  hideCurrent?.();
  const note = document.createElement('div');
  note.className = 'gaceta-note';
  note.dataset['kind'] = kind;
  if (kind === 'refused') note.setAttribute('role', 'alert');
  const texts = lines.map((line) => createText('p', line));
  note.append(createText('strong', title), ...texts.slice(0, shown));
  if (texts.length > shown) note.append(createRest(texts.slice(shown)));

  const hide = (): void => {
    clearTimeout(timer);
    document.removeEventListener('keydown', onKeyDown);
    note.remove();
    if (hideCurrent === hide) hideCurrent = undefined;
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') hide();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    if (kind !== 'busy') timer = setTimeout(hide, duration);
  };
  if (kind !== 'busy') {
    const close = createButton('×', hide);
    close.className = 'gaceta-close';
    close.ariaLabel = messages.note.close;
    note.append(close);
    if (action !== undefined) {
      const run = (): void => {
        hide();
        action.run();
      };
      note.append(createButton(action.label, run));
    }
    document.addEventListener('keydown', onKeyDown);
  }
  for (const type of ['pointerenter', 'focusin']) {
    note.addEventListener(type, () => {
      clearTimeout(timer);
    });
  }
  for (const type of ['pointerleave', 'focusout']) note.addEventListener(type, wait);
  hideCurrent = hide;
  getDock('note').replaceChildren(note);
  wait();
  return hide;
}

/** Hides the note that is shown, if any. */
export const hideNote = (): void => hideCurrent?.();

function createRest(texts: readonly HTMLElement[]): HTMLElement {
  const rest = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = messages.note.more(texts.length);
  rest.append(summary, ...texts);
  return rest;
}

function createText(tag: 'strong' | 'p', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function createButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  // The cursor stays in the text.
  button.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  button.addEventListener('click', onClick);
  return button;
}
