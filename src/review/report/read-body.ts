import { components, findTags, type PlacedTag } from '../../../content-schema/index.ts';
import { messages } from './messages.ts';
import { type ReadBlock, toImage } from './read-block.ts';
import { readMarkdown } from './read-markdown.ts';
import { splitSentences } from './sentences.ts';

/** Blocks of passages that were read before, with lines from the first of the passage on. */
export type ReadPassages = Map<string, readonly ReadBlock[]>;

/**
 * The blocks of a body in reading order: lists by item, tables by row, boxes by what is in them.
 * @param known passages that need not be read again: two versions have nearly all in common
 */
export function readBody(body: string, known: ReadPassages = new Map()): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let box: PlacedTag | undefined;
  let [offset, line] = [0, 1];
  const read = (end: number): void => {
    const markdown = body.slice(offset, end);
    for (const passage of toPassages(markdown)) {
      blocks.push(...readPassage(passage, line - 1, known).map((block) => inBox(block, box)));
      line += passage.split('\n').length - 1;
    }
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

/** What a passage cannot be cut at: code, and addresses that stand below for use anywhere. */
const uncut = /^[ \t>]*(?:```|~~~|\[[^\]]+\]:)/mu;

/** Pieces of Markdown that mean the same alone: each begins at the margin with a letter or a heading, after a blank line. */
const toPassages = (markdown: string): string[] =>
  uncut.test(markdown) ? [markdown] : markdown.split(/(?<=\n[ \t]*\n)(?=[\p{L}#¡¿])/u);

function readPassage(passage: string, shift: number, known: ReadPassages): readonly ReadBlock[] {
  if (passage.trim() === '') return [];
  const blocks = known.get(passage) ?? readPlain(passage) ?? readMarkdown(passage);
  known.set(passage, blocks);
  return blocks.map((block) => ({ ...block, lines: [block.lines[0] + shift, block.lines[1] + shift] }));
}

/** What means something in Markdown; a line without any of it is a paragraph, and the grammar need not be asked. */
const marked =
  /[*_`\\[\]<>|~&!#@\t\u00A0\u00AD\u200B\u2060\uFEFF]|:\/\/|www\.|mailto:|xmpp:|^\s*(?:[-+=:•▪◦‣·]|\d+[.)])/iu;

function readPlain(passage: string): ReadBlock[] | undefined {
  const line = passage.trimEnd();
  if (line.includes('\n') || /^\s/u.test(line) || marked.test(line)) return undefined;
  const sentences = splitSentences(line.replace(/ {2,}/gu, ' '));
  return [
    { kind: 'paragraph', style: messages.style.paragraph, sentences, marks: [], links: [], lines: [1, 1] },
  ];
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
