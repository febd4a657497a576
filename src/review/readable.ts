import { components, findTags, type PlacedTag } from '../../content-schema/index.ts';
import { messages } from './messages.ts';

/** A body as an editor reads it: its components by the names that their forms have for them. */
export function toReadable(body: string): string {
  let result = '';
  let offset = 0;
  for (const tag of findTags(body)) {
    result += body.slice(offset, tag.start) + toWords(tag);
    offset = tag.end;
  }
  return (result + body.slice(offset)).trim();
}

function toWords({ kind, name, attributes }: PlacedTag): string {
  if (kind === 'close') return '';
  const { label, fields } = components[name];
  const lines = Object.entries(fields)
    .filter(([key]) => attributes[key] !== undefined)
    .map(([key, { widget }]) => messages.value(widget.label ?? key, attributes[key] ?? ''));
  return [`[${label}]`, ...lines].join('\n');
}
