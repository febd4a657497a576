/** Text in lines, all of one size. */
export interface FittedText {
  /** Pixels of an em. */
  readonly size: number;
  readonly lines: readonly string[];
}

export interface Room {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** From one base line to the next, in ems. */
  readonly leading: number;
  /** Sizes to choose from, the largest first. */
  readonly sizes: readonly number[];
}

/** Width in pixels of a text at a size. */
type Measure = (text: string, size: number) => number;

/**
 * Sets a text as large as its room allows, in lines of like length. A word is cut only where it is wider than the
 * room at the smallest size; what then still has no room is left out and marked with an ellipsis.
 */
export function fitText(text: string, room: Room, measure: Measure): FittedText {
  const words = text.split(' ');
  for (const size of room.sizes) {
    const fits = (part: string): boolean => measure(part, size) <= room.width;
    if (!words.every(fits)) continue;
    const lines = fillLines(words, fits);
    if (lines.length <= countLines(room, size))
      return { size, lines: balance(words, lines.length, size, room, measure) };
  }
  const size = room.sizes.at(-1) ?? 1;
  const fits = (part: string): boolean => measure(part, size) <= room.width;
  const lines = fillLines(
    words.flatMap((word) => cutWord(word, fits)),
    fits,
  );
  return { size, lines: shorten(lines, countLines(room, size), fits) };
}

const countLines = ({ height, leading }: Room, size: number): number =>
  Math.max(1, Math.floor((height / size - 1) / leading) + 1);

function fillLines(words: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The narrowest measure that needs no more lines makes them alike. */
function balance(
  words: readonly string[],
  count: number,
  size: number,
  room: Room,
  measure: Measure,
): string[] {
  let [low, high] = [0, room.width];
  let best = fillLines(words, (line) => measure(line, size) <= high);
  while (high - low > 1) {
    const width = (low + high) / 2;
    const lines = fillLines(words, (line) => measure(line, size) <= width);
    const isWider = lines.some((line) => measure(line, size) > width);
    if (lines.length > count || isWider) low = width;
    else [high, best] = [width, lines];
  }
  return best;
}

function cutWord(word: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter('es', { granularity: 'grapheme' }).segment(word)) {
    const longer = `${parts.at(-1) ?? ''}${segment}`;
    if (parts.length > 0 && fits(longer)) parts[parts.length - 1] = longer;
    else parts.push(segment);
  }
  return parts;
}

function shorten(lines: readonly string[], count: number, fits: (line: string) => boolean): string[] {
  if (lines.length <= count) return [...lines];
  let last = lines[count - 1] ?? '';
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, count - 1), `${last.trimEnd()}…`];
}
