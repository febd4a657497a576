import { type Component, type ComponentName } from '../../../content-schema/index.ts';

/** What stands after the last tag: the end of the body, or a blank line. */
const end = String.raw`[ \t]*(?=\n[ \t]*(?:\n|$)|$)`;

/**
 * Finds a component at the start of a text: whatever `parseTag` accepts on a line of its own, with known
 * attributes only, and for a component with children all up to its closing tag. Decap tries it at the start
 * of every block, on all the text that follows. No flags: Decap drops them.
 */
export function toPattern(name: ComponentName, component: Component): RegExp {
  const keys = Object.keys(component.fields).join('|');
  const attributes = String.raw`(?:[ \t]+(?:${keys})="[^"<{}` + '`' + String.raw`\n]*")*[ \t]*`;
  const self = `<${name}${attributes}/>${end}`;
  if (component.children === undefined) return new RegExp(`^${self}`);
  const open = `<${name}${attributes}>[ \\t]*\\n[ \\t]*\\n`;
  // Lines up to the closing tag; pairs do not nest, so an opening tag among them makes text of the first.
  const lines = String.raw`(?:(?!${open})[^\n]*\n)*?`;
  return new RegExp(`^(?:${self}|${open}(?:${lines}[ \\t]*\\n)?</${name}>${end})`);
}
