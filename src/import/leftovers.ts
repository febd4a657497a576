import { type FolderCollection, type Values } from '../../content-schema/index.ts';
import { addressKeys } from './aliases.ts';
import { toHost } from './mappings.ts';

/** A key of a document that its new collection does not have. */
export interface Leftover {
  readonly key: string;
  /** As one reads it. */
  readonly text: string;
  /** Was it put at the end of the text, so that readers have it? */
  readonly kept: boolean;
}

/** Keys that told the old generator something and readers nothing. */
const technical = new Set<string>([
  ...addressKeys,
  'layout',
  'templateKey',
  'draft',
  'published',
  'slug',
  'type',
]);

/**
 * Takes away the keys that a collection does not have. Links and HTML go to the end of the text, so that no reader
 * loses them; the rest is for the report.
 */
export function moveLeftovers(
  collection: FolderCollection,
  values: Values,
): { readonly values: Values; readonly leftovers: readonly Leftover[] } {
  const kept: Values = {};
  const leftovers: Leftover[] = [];
  const blocks: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (key === 'body' || key in collection.fields) {
      kept[key] = value;
      continue;
    }
    if (technical.has(key) || value === null || value === '') continue;
    const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
    const block = 'body' in collection.fields && typeof value === 'string' ? toBlock(text) : undefined;
    if (block !== undefined) blocks.push(block);
    leftovers.push({ key, text, kept: block !== undefined });
  }
  const body = typeof values['body'] === 'string' ? values['body'] : '';
  // A link that the text has already needs no second one.
  const wanted = blocks.filter(
    (block) => !body.includes(/\]\(<?(?<url>.*?)>?\)$/u.exec(block)?.groups?.['url'] ?? '\0'),
  );
  return {
    values: { ...kept, body: [body.trimEnd(), ...wanted].filter((part) => part !== '').join('\n\n') },
    leftovers,
  };
}

function toBlock(text: string): string | undefined {
  if (text.startsWith('<')) return text;
  const isAddress = /^(?:https?:\/\/\S|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$)/iu.test(text);
  if (!isAddress || /[<>\n]/u.test(text)) return undefined;
  const url = /^https?:/iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(url)) return undefined;
  return `[Más información en ${toHost(url)}](${/[\s()]/u.test(url) ? `<${url}>` : url})`;
}
