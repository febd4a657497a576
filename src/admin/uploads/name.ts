/** Longest name of an upload, without its extension. */
const maxLength = 80;

/** The name under which an upload is stored: ASCII, lower case, words joined by single hyphens. */
export function toUploadName(name: string, extension: string): string {
  const words = name
    .replace(/\.[a-z\d]+$/iu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/gu, '');
  return `${words === '' ? 'archivo' : words}.${extension}`;
}

/** The extension of a file name, in lower case; '' where it has none. */
export const toExtension = (name: string): string =>
  /\.(?<extension>[a-z\d]+)$/iu.exec(name)?.groups?.['extension']?.toLowerCase() ?? '';
