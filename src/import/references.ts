import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import {
  type Collection,
  findTags,
  serializeElement,
  toWidgets,
  components,
  type Values,
} from '../../content-schema/index.ts';

/** Where an entry names a file or a page. */
export interface Reference {
  readonly kind: 'image' | 'link';
  /** As one would write it plainly: no Markdown escapes. */
  readonly address: string;
}

/** What stands in place of an address from now on; undefined: it stays. */
export type Readdress = (reference: Reference) => string | undefined;

/** The values of an entry with other addresses. Everything else stays as it is, character by character. */
export function readdress(collection: Collection, values: Values, to: Readdress): Values {
  const result: Values = { ...values };
  for (const { name, widget } of toWidgets(collection.fields)) {
    const value = values[name];
    if ((widget !== 'image' && widget !== 'file') || typeof value !== 'string' || value === '') continue;
    result[name] = to({ kind: 'image', address: value.trim() }) ?? value;
  }
  if (typeof values['body'] === 'string') result['body'] = readdressBody(values['body'], to);
  return result;
}

interface Span extends Reference {
  readonly start: number;
  readonly end: number;
}

/** The same for a text: destinations of images, links and definitions, and the files that components name. */
export function readdressBody(body: string, to: Readdress): string {
  let result = body;
  const spans = [
    ...findTagSpans(body, to),
    ...findDestinations(body).map((span) => ({ ...span, text: to(span) })),
  ];
  for (const { start, end, text } of spans.toSorted((a, b) => b.start - a.start)) {
    if (text !== undefined) result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}

const disable = { disable: { null: ['codeIndented'] } };
const destinations = new Set(['resourceDestinationString', 'definitionDestinationString']);

/** Destinations in a Markdown text by the build's own tokenizer; offsets are those of the text. */
function findDestinations(body: string): Span[] {
  let text = body.startsWith('\uFEFF') ? ` ${body.slice(1)}` : body;
  for (const { start, end } of findTags(body))
    text = text.slice(0, start) + 'x'.repeat(end - start) + text.slice(end);
  const document = parse({ extensions: [gfm(), disable] }).document();
  const found: Span[] = [];
  const open: ('image' | 'link')[] = [];
  for (const [phase, token] of postprocess(document.write(preprocess()(text, undefined, true)))) {
    if (token.type === 'image' || token.type === 'link') {
      if (phase === 'enter') open.push(token.type);
      else open.pop();
    } else if (phase === 'enter' && destinations.has(token.type)) {
      const [start, end] = [token.start.offset, token.end.offset];
      found.push({ kind: open.at(-1) ?? 'link', address: unescape(body.slice(start, end)), start, end });
    }
  }
  return found;
}

const unescape = (destination: string): string =>
  destination.replace(/\\([!-/:-@[-`{-~])/gu, '$1').replaceAll('&amp;', '&');

function findTagSpans(body: string, to: Readdress): { start: number; end: number; text: string }[] {
  return findTags(body).flatMap(({ kind, name, attributes, start, end }) => {
    if (kind !== 'self') return [];
    const changes: Record<string, string> = {};
    for (const { name: key, widget } of toWidgets(components[name].fields)) {
      const address = attributes[key];
      if ((widget !== 'image' && widget !== 'file') || address === undefined) continue;
      const text = to({ kind: 'image', address });
      if (text !== undefined) changes[key] = text;
    }
    if (Object.keys(changes).length === 0) return [];
    return [{ start, end, text: serializeElement({ name, attributes: { ...attributes, ...changes } }) }];
  });
}
