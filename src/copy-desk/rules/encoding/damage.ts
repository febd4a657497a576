import { restoreLetter } from './lost-letters.ts';
import { readSequence, type Sequence, toByte } from './windows-1252.ts';

/** A place where bytes were shown as characters of Windows-1252. */
export interface Damage {
  readonly start: number;
  readonly end: number;
  /** What stood there; absent where that is uncertain. */
  readonly text?: string;
  /** The word around it as it is, and as it was. */
  readonly word: string;
  readonly restored: string;
}

/** A character, and the range of the damaged text that it stands for. */
interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly state?: 'restored' | 'uncertain';
}

/** The characters of the bytes 80 to BF. */
const tail = '[\\u0080-\\u00BFŒœŠšŸŽžƒˆ˜–—‘-“”„†‡•…‰‹›€™‚]';

/** Cheap: may there be damage at all? */
const suspect = new RegExp(`[ÂÃÌ]|â€|ðŸ|ï¸|[Ä-ß]${tail}|[à-ô]${tail}{2}`, 'u');

/** More than text was ever encoded. */
const maxRounds = 3;

/**
 * Finds text that was UTF-8 and was read as Windows-1252, once or more often, also where bytes that
 * Windows-1252 does not show were lost. Only what decodes to plausible text and cannot be meant counts: «São»,
 * «NÃO», «ÂNGULO» and a quoted «Ã» are sound.
 */
export function findDamage(text: string): Damage[] {
  if (!suspect.test(text)) return [];
  let cells: readonly Cell[] = toCells(text);
  for (let round = 0; round < maxRounds; round++) {
    const decoded = decode(cells);
    if (decoded.length === cells.length) break;
    cells = decoded;
  }
  return toDamage(text, restoreLost(cells));
}

function toCells(text: string): Cell[] {
  let offset = 0;
  return Array.from(text, (character) => {
    const start = offset;
    offset += character.length;
    return { text: character, start, end: offset };
  });
}

function decode(cells: readonly Cell[]): Cell[] {
  const characters = cells.map(({ text }) => text);
  const sequences = characters.map((_, index) => readSequence(characters, index));
  const result: Cell[] = [];
  let last: Sequence | undefined;
  for (let index = 0; index < cells.length;) {
    const [cell, sequence] = [cells[index], sequences[index]];
    if (cell === undefined) break;
    const next = sequence === undefined ? undefined : sequences[index + sequence.length];
    if (sequence !== undefined && isMeant(characters, index, sequence, last, next)) {
      const end = cells[index + sequence.length - 1]?.end ?? cell.end;
      result.push({ text: sequence.character, start: cell.start, end, state: 'restored' });
      index += sequence.length;
    } else {
      result.push(cell);
      index += 1;
    }
    last = sequence;
  }
  return result;
}

const isLetter = (text: string | undefined): boolean => /^[\p{L}\p{M}]$/u.test(text ?? '');
const isUpper = (text: string | undefined): boolean => /^\p{Lu}$/u.test(text ?? '');
const isLower = (text: string | undefined): boolean => /^\p{Ll}$/u.test(text ?? '');

/** What may follow a word in sound text and is the last byte of a sequence as well. */
const closing = new Set('»”’›…–—·®™ºª\u00A0\u00AD');
const quotes = new Set(['«»', '“”', '‘’', '‹›']);

/** Single sequences that occur in Spanish text and its neighbours. */
const common =
  /^[\u0080-\u017F\u0192\u02C6\u02DC\u2000-\u206F\u20A0-\u20BF\u2100-\u2BFF\uFE0F\uFEFF\uFFFD\u{1D400}-\u{1D7FF}\u{1F000}-\u{1FAFF}\u{E0020}-\u{E007F}]$/u;
const scripts = [
  /^\p{Script=Greek}$/u,
  /^\p{Script=Cyrillic}$/u,
  /^\p{Script=Arabic}$/u,
  /^\p{Script=Hebrew}$/u,
].concat(/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u, /^\p{Script=Hangul}$/u);

/** Is a sequence a character that was meant, and not letters and punctuation that happen to look like one? */
function isMeant(
  characters: readonly string[],
  index: number,
  { character, length }: Sequence,
  last: Sequence | undefined,
  next: Sequence | undefined,
): boolean {
  const before = characters[index - 1];
  const after = characters[index + length];
  const final = characters[index + length - 1] ?? '';
  // «Ã» and «â€œ» in quotation marks of their own are what a sentence is about.
  if (quotes.has(`${before ?? ''}${final}`) || quotes.has(`${before ?? ''}${after ?? ''}`)) return false;
  if (/^[\u0300-\u036F]$/u.test(character)) return /^[a-z]$/iu.test(before ?? '') && !closing.has(final);
  if (!common.test(character)) {
    const script = scripts.find((one) => one.test(character));
    return script !== undefined && [last, next].some((other) => script.test(other?.character ?? ''));
  }
  // «MANHû, «ÅÄÖ…»: a word in capitals and its punctuation.
  const isWord = length === 2 && characters[index] !== 'Â' && isUpper(before) && !isLetter(after);
  return !(isWord && closing.has(final));
}

const pictograph = /^[\p{Extended_Pictographic}\uFE0F\u{1F3FB}-\u{1F3FF}]$/u;

/** Restores what lost a byte. */
function restoreLost(cells: readonly Cell[]): Cell[] {
  const result: Cell[] = [];
  for (let index = 0; index < cells.length;) {
    const cell = cells[index];
    if (cell === undefined) break;
    const found = restoreAt(cells, index, result);
    if (found === undefined) {
      result.push(cell);
      index += 1;
      continue;
    }
    const end = cells[index + found.length - 1]?.end ?? cell.end;
    result.push({ text: found.text, start: cell.start, end, state: found.state });
    index += found.length;
  }
  return result;
}

/** How many cells are one character, and which. */
interface Restored {
  readonly text: string;
  readonly length: number;
  readonly state: NonNullable<Cell['state']>;
}

function restoreAt(cells: readonly Cell[], index: number, done: readonly Cell[]): Restored | undefined {
  const at = (shift: number): string => cells[index + shift]?.text ?? '';
  const restored = (text: string, length: number): Restored => ({ text, length, state: 'restored' });
  const uncertain = (length: number): Restored => ({
    text: Array.from({ length }, (_, shift) => at(shift)).join(''),
    length,
    state: 'uncertain',
  });
  const last = done.at(-1)?.text ?? '';
  const isQuoted = quotes.has(`${at(-1)}${at(1)}`) || quotes.has(`${at(-1)}${at(2)}`);
  switch (at(0)) {
    case 'Ã':
      return isQuoted ? undefined : restoreTilde(cells, index, restored, uncertain);
    case 'Â':
      return isQuoted ? undefined : restoreCircumflex(cells, index, restored, uncertain);
    case 'â': {
      // ⚠ and ❤ before their variation selector: bytes A0 and 9D.
      const lead = cells.slice(index, index + 5).map(({ text }) => text);
      const sign = /^â(?:(?<heart>¤)|š ?)(?:ï¸|\uFE0F)/u.exec(lead.join(''));
      if (sign !== null) {
        return restored(
          sign.groups?.['heart'] === undefined ? '\u26A0\uFE0F' : '\u2764\uFE0F',
          sign[0].length,
        );
      }
      if (at(1) !== '€' || isQuoted) return undefined;
      const length = at(2) === 'Â' ? 3 : 2;
      if (pictograph.test(last) && pictograph.test(at(length))) return restored('\u200D', length);
      return hasOpenQuote(done) ? restored('”', length) : uncertain(length);
    }
    case 'ï':
      return at(1) === '¸' && pictograph.test(last) ? restored('\uFE0F', 2) : undefined;
    case 'Ì':
      // An acute accent of its own.
      return isLower(at(-1)) && !isUpper(at(1)) ? restored('\u0301', 1) : undefined;
    case 'ð': {
      if (at(1) !== 'Ÿ') return undefined;
      const kept = [2, 3].findIndex(
        (shift) => cells[index + shift]?.state !== undefined || !isContinuation(at(shift)),
      );
      return uncertain(kept === -1 ? 4 : 2 + kept);
    }
    default:
      return undefined;
  }
}

const isContinuation = (character: string): boolean => {
  const byte = toByte(character) ?? 0;
  return byte >= 0x80 && byte < 0xc0;
};

/** Is a quotation open at the end of these characters, in the same paragraph? */
function hasOpenQuote(done: readonly Cell[]): boolean {
  let open = 0;
  for (let index = done.length - 1; index >= 0; index--) {
    const text = done[index]?.text;
    if (text === '\n' && done[index - 1]?.text === '\n') break;
    if (text === '“') open += 1;
    if (text === '”') open -= 1;
  }
  return open > 0;
}

const sentenceStart = /(?:^|\n\s*\n|\n\s*(?:[-+*>#]+|\d+[.)])|[.?!])[\s*_"'“«(¿¡[#>-]*$/u;

type Result = (text: string, length: number) => Restored;
type Leave = (length: number) => Restored;

/** «Ã», or «ÃÂ» after a second round, whose next byte was lost. */
function restoreTilde(
  cells: readonly Cell[],
  index: number,
  restored: Result,
  uncertain: Leave,
): Restored | undefined {
  const length = cells[index + 1]?.text === 'Â' ? 2 : 1;
  const before = readLetters(cells, index - 1, -1);
  const after = readLetters(cells, index + length, 1);
  const isSpaced =
    after === '' && /^\s$/u.test(cells[index + length]?.text ?? '') && cells[index + length]?.text !== '\n';
  const follows = isSpaced ? readLetters(cells, index + length + 1, 1) : '';
  const lead = cells.slice(Math.max(0, index - 40), index).map(({ text }) => text);
  const startsSentence = sentenceStart.test(lead.join(''));
  const found = restoreLetter(before, after, follows, startsSentence);
  if (found === undefined) return uncertain(length);
  if (found.letter === 'Ã') return undefined;
  return restored(found.letter, found.joins === true ? length + 1 : length);
}

/** The letters from an index on, in reading order; what is invisible does not end them. */
function readLetters(cells: readonly Cell[], index: number, step: 1 | -1): string {
  let letters = '';
  for (let at = index; ; at += step) {
    const text = cells[at]?.text;
    if (isLetter(text)) letters = step === 1 ? letters + (text ?? '') : (text ?? '') + letters;
    else if (!/^(?![\t\n])[\p{Cf}\p{Cc}]$/u.test(text ?? '')) return letters;
  }
}

/** «Â» whose next byte was lost: nearly always a no-break space. */
function restoreCircumflex(
  cells: readonly Cell[],
  index: number,
  restored: Result,
  uncertain: Leave,
): Restored | undefined {
  const [before, after] = [cells[index - 1]?.text ?? '', cells[index + 1]?.text ?? ''];
  const isBlank = (text: string): boolean => /^\s?$/u.test(text);
  if (isBlank(before)) {
    const isAlone = readLine(cells, index, -1) + readLine(cells, index, 1) === '';
    if (isAlone) return restored('', 1);
    return isLetter(after) ? undefined : uncertain(1);
  }
  if (isUpper(before) && isLetter(after)) return undefined;
  if (isBlank(after)) return isUpper(before) ? uncertain(1) : restored('', 1);
  if (/^[\d.,;:!?)»”]$/u.test(before) && /^[\p{L}\d%]$/u.test(after)) return restored('\u00A0', 1);
  const mayBeMeant = isUpper(before) || (!isLetter(before) && isLetter(after));
  return mayBeMeant ? undefined : uncertain(1);
}

/** The next character that is not blank in the line of a cell; '' where there is none. */
function readLine(cells: readonly Cell[], index: number, step: 1 | -1): string {
  let at = index + step;
  while (/^(?!\n)\s$/u.test(cells[at]?.text ?? '')) at += step;
  const text = cells[at]?.text ?? '';
  return text === '\n' ? '' : text;
}

const isWordPart = ({ text, state }: Cell): boolean =>
  state !== undefined || /^[\p{L}\p{N}\p{M}\p{Cf}*_~]$/u.test(text);

/** The damage word by word: the certain part of each, and its uncertain places. */
function toDamage(source: string, cells: readonly Cell[]): Damage[] {
  const found: Damage[] = [];
  for (let index = 0; index < cells.length; index++) {
    if (cells[index]?.state === undefined) continue;
    let from = index;
    while (from > 0 && isWordPart(cells[from - 1] as Cell)) from -= 1;
    let to = index + 1;
    while (to < cells.length && isWordPart(cells[to] as Cell)) to += 1;
    found.push(...readWord(source, cells.slice(from, to)));
    index = to - 1;
  }
  return found;
}

function readWord(source: string, cells: readonly Cell[]): Damage[] {
  const [start, end] = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0];
  const restored = cells.map(({ text }) => text).join('');
  const base = { word: source.slice(start, end), restored };
  const changed = cells.filter(({ state }) => state === 'restored');
  const [first, last] = [changed[0], changed.at(-1)];
  const damage: Damage[] = cells
    .filter(({ state }) => state === 'uncertain')
    .map((cell) => ({ ...base, start: cell.start, end: cell.end }));
  if (first === undefined || last === undefined) return damage;
  const text = cells.slice(cells.indexOf(first), cells.indexOf(last) + 1).map((cell) => cell.text);
  return [{ ...base, start: first.start, end: last.end, text: text.join('') }, ...damage];
}
