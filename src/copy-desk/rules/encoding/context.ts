/** How Unicode calls a character: U+00A0. */
export const toCode = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The last letters that a reader sees before an offset, so that a message can say where; '' where there are none. */
export const toWordBefore = (text: string, offset: number): string =>
  /[\p{L}\p{N}\p{P}]{1,30}$/u.exec(
    text.slice(Math.max(0, offset - 60), offset).replace(/[\s\p{Cf}\p{Cc}]+$/u, ''),
  )?.[0] ?? '';
