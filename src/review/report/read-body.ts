import { components, findTags, type PlacedTag } from '../../../content-schema/index.ts';
import { messages } from './messages.ts';
import { type ReadBlock, toImage } from './read-block.ts';
import { readMarkdown } from './read-markdown.ts';

/** The blocks of a body in reading order: lists by item, tables by row, boxes by what is in them. */
export function readBody(body: string): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let box: PlacedTag | undefined;
  let [offset, line] = [0, 1];
  const read = (end: number): void => {
    const markdown = body.slice(offset, end);
    if (markdown.trim() !== '')
      blocks.push(...readMarkdown(markdown, line - 1).map((block) => inBox(block, box)));
    line += markdown.split('\n').length - 1;
  };
  for (const tag of findTags(body)) {
    read(tag.start);
    if (tag.kind === 'self') blocks.push(...readTag(tag));
    box = tag.kind === 'open' ? tag : undefined;
    offset = tag.end;
  }
  read(body.length);
  return blocks;
}

/** A block as it is between the tags of a component. */
function inBox(block: ReadBlock, box: PlacedTag | undefined): ReadBlock {
  if (box === undefined) return block;
  const { label, fields } = components[box.name];
  const details = Object.entries(fields).flatMap(([key, { widget }]) => {
    const value = box.attributes[key];
    const options = 'options' in widget ? (widget.options as { value: string; label: string }[]) : [];
    return value === undefined ? [] : [options.find((option) => option.value === value)?.label ?? value];
  });
  return { ...block, style: messages.style.box(block.style, label, details.join(', ')) };
}

function readTag({ name, attributes, line }: PlacedTag): ReadBlock[] {
  const bare = { sentences: [], marks: [], links: [], lines: [line, line] } as const;
  const get = (key: string): string => attributes[key] ?? '';
  const keep = <K extends string>(...keys: K[]): Partial<Record<K, string>> =>
    Object.fromEntries(
      keys.flatMap((key) => (attributes[key] === undefined ? [] : [[key, attributes[key]]])),
    ) as Partial<Record<K, string>>;
  switch (name) {
    case 'Figure': {
      const picture = { image: get('image'), alt: get('alt'), ...keep('caption', 'credit') };
      return [toImage(picture, [line, line])];
    }
    case 'Video':
    case 'Embed': {
      const embedded = { url: get('url'), title: get('title'), ...keep('image') };
      const style = components[name].label;
      return [{ ...bare, kind: 'embed', style, embedded }];
    }
    case 'Download': {
      const download = { file: get('file'), label: get('label') };
      return [{ ...bare, kind: 'download', style: messages.style.download, download }];
    }
    default:
      return [];
  }
}
