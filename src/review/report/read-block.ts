import { messages } from './messages.ts';
import type { Mark } from './read-inline.ts';
import { splitSentences } from './sentences.ts';
import type { BlockKind, Download, Embedded, Link, Picture } from './types.ts';

/** A paragraph, heading, item… as a person reads it. */
export interface ReadBlock {
  readonly kind: BlockKind;
  /** What it looks like, in Spanish: «párrafo de una cita». */
  readonly style: string;
  /** Joined by spaces, they are its text. */
  readonly sentences: readonly string[];
  /** Offsets in the text. */
  readonly marks: readonly Mark[];
  readonly links: readonly Link[];
  /** In the body, from 1. */
  readonly lines: readonly [first: number, last: number];
  readonly picture?: Picture;
  readonly embedded?: Embedded;
  readonly download?: Download;
}

/** A picture with what stands below it. */
export const toImage = (picture: Picture, lines: ReadBlock['lines']): ReadBlock => ({
  kind: 'image',
  style: messages.style.image,
  sentences: [picture.caption ?? '', picture.credit ?? ''].flatMap(toSentences),
  marks: [],
  links: [],
  lines,
  picture,
});

const toSentences = (text: string): string[] => splitSentences(text.replace(/\s+/gu, ' ').trim());
