const special =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/** What a program shows that takes UTF-8 for Windows-1252, `rounds` times. */
export function damage(text: string, rounds = 1): string {
  let result = text;
  for (let round = 0; round < rounds; round++) {
    result = Array.from(new TextEncoder().encode(result), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? (special[byte - 0x80] ?? '') : String.fromCharCode(byte),
    ).join('');
  }
  return result;
}

/** The same, by a program that drops the bytes that Windows-1252 does not define, and soft hyphens. */
export const damageLossily = (text: string): string =>
  damage(text).replace(/[\x81\x8D\x8F\x90\x9D\xAD]/gu, '');
