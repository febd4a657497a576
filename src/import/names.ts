/** Letters that are no ASCII letter with a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * Text as ASCII kebab-case, cut between words: «Formación: ¡únete! 🚀» is `formacion-unete`. Empty where the
 * text has no letter or digit that ASCII can stand for.
 */
export function toSlug(text: string, max: number): string {
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı]/gu, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  if (plain.length <= max) return plain;
  const end = plain.slice(0, max + 1).lastIndexOf('-');
  return plain.slice(0, end > 0 ? end : max);
}

/** An entry's name with its day is at most as long as the desk allows a slug to be. */
const maxName = 80;

/**
 * The id of a new entry: `2024-07-12-convenio-de-cooperacion`.
 * @param day local, absent where the collection's names have none
 * @param fallback for a title without letters
 * @param number above 1 for another entry of the same day and title
 */
export function toEntryName(title: string, day: string | undefined, fallback: string, number = 1): string {
  const prefix = day === undefined ? '' : `${day}-`;
  const suffix = number > 1 ? `-${String(number)}` : '';
  const max = maxName - prefix.length - suffix.length;
  return prefix + (toSlug(title, max) || toSlug(fallback, max) || 'entrada') + suffix;
}

/** The file name of an old document, without the day that Decap and Jekyll put before it. */
export const withoutDay = (name: string): string => name.replace(/^\d{4}-\d\d-\d\d[-_ ]+(?=.)/u, '');

const extensions: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  jpe: 'jpg',
  heic: 'jpg',
  heif: 'jpg',
  tif: 'jpg',
  tiff: 'jpg',
};

/** Name and extension of an uploaded file: `Foto Ñ.JPEG` is `foto-n` and `jpg`. */
export function toUploadName(file: string): { readonly stem: string; readonly extension: string } {
  const match = /^(?<stem>.*?)(?:\.(?<extension>[A-Za-z0-9]{1,8}))?$/su.exec(file);
  const extension = (match?.groups?.['extension'] ?? '').toLowerCase();
  return {
    stem: toSlug(match?.groups?.['stem'] ?? '', maxName) || 'archivo',
    extension: extensions[extension] ?? extension,
  };
}
