/**
 * A text without case, accents, tildes and invisible characters: readers type «ano» and mean «año». Apostrophes
 * within a word go, too: «K'iche'» is found as «kiche». (No lookbehind here and in what else browsers run: iOS 15.)
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/(\p{L})['’‘ʼ´`]+(?=\p{L})/gu, '$1');
