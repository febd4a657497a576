/** The characters of the bytes 80 to 9F in Windows-1252; the five that it does not define stand for themselves. */
const special =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

const bytes = new Map([...special].map((character, index) => [character, 0x80 + index]));

/** The byte that Windows-1252 (or ISO 8859-1, which keeps 80 to 9F as controls) shows as this character. */
export function toByte(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? code : bytes.get(character);
}

/** What Windows-1252 shows for a C1 control; undefined for the five bytes that it does not define. */
export function fromControl(control: string): string | undefined {
  const character = special[control.charCodeAt(0) - 0x80];
  return character === undefined || character === control ? undefined : character;
}

/** A character whose UTF-8 bytes were shown one by one, and how many characters that were. */
export interface Sequence {
  readonly character: string;
  readonly length: number;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the UTF-8 sequence of two to four bytes that starts at an index of a list of characters. */
export function readSequence(characters: readonly string[], index: number): Sequence | undefined {
  const lead = toByte(characters[index] ?? '') ?? 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0) return undefined;
  const sequence = characters.slice(index, index + length).map((character) => toByte(character) ?? 0);
  if (sequence.length < length || !sequence.slice(1).every((byte) => byte >= 0x80 && byte < 0xc0)) {
    return undefined;
  }
  try {
    return { character: decoder.decode(Uint8Array.from(sequence)), length };
  } catch (error) {
    // Overlong forms and surrogates: no UTF-8.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
