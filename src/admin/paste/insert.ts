import { markdownToSlate } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';

/** Where text is pasted: the rich text editor, its raw Markdown mode, or a plain field. */
export type Place =
  | { readonly kind: 'rich' | 'raw'; readonly element: HTMLElement }
  | { readonly kind: 'field'; readonly element: HTMLInputElement | HTMLTextAreaElement };

/** The place that an event happens in; undefined where nobody writes. */
export function findPlace(target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) {
    return target instanceof Text ? findPlace(target.parentElement) : undefined;
  }
  const field = target.closest('input, textarea');
  if (field instanceof HTMLTextAreaElement) return { kind: 'field', element: field };
  if (field instanceof HTMLInputElement) {
    return ['text', 'search'].includes(field.type) ? { kind: 'field', element: field } : undefined;
  }
  const element = target.closest<HTMLElement>('[data-slate-editor]');
  if (element === null) return undefined;
  return { kind: element.closest('.cms-editor-raw') === null ? 'rich' : 'raw', element };
}

/** Puts text into a plain field as typing does: the browser can undo it and React hears of it. */
export function insertText({ element }: Place, text: string): void {
  element.focus();
  document.execCommand('insertText', false, text);
}

/**
 * Puts data into an editor of the body, as a paste does. Browsers let no page fire a `paste` that pastes;
 * Slate does its work on the `beforeinput` that comes of one.
 */
export function insertData({ element }: Place, data: DataTransfer): void {
  const init = { inputType: 'insertFromPaste', dataTransfer: data, bubbles: true, cancelable: true };
  element.dispatchEvent(new InputEvent('beforeinput', init));
}

/**
 * Markdown as data for the rich text editor: the nodes that it would make of an entry with this body. Text
 * that is one paragraph joins the one that the cursor is in.
 */
export function toRichData(markdown: string): DataTransfer {
  const blocks = markdownToSlate(markdown);
  const [first] = blocks;
  const isInline = blocks.length === 1 && first?.type === 'paragraph' && first.children !== undefined;
  const nodes = isInline ? first.children : blocks;
  const data = toPlainData(markdown);
  // https://github.com/ianstormtaylor/slate: what `setFragmentData` of slate-dom writes.
  data.setData('application/x-slate-fragment', btoa(encodeURIComponent(JSON.stringify(nodes))));
  return data;
}

/** Text as data for the raw mode. */
export function toPlainData(text: string): DataTransfer {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  return data;
}

/** Takes back the last change of an editor, by the keys that it knows. */
export function undo({ element }: Place): void {
  element.focus();
  const isApple = /Mac|iP(?:hone|ad|od)/u.test(navigator.userAgent);
  // Slate looks at the code of the key.
  const key = { key: 'z', code: 'KeyZ', keyCode: 90, which: 90 };
  const init = { ...key, ctrlKey: !isApple, metaKey: isApple, bubbles: true, cancelable: true };
  element.dispatchEvent(new KeyboardEvent('keydown', init));
}
