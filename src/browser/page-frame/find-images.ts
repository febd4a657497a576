import { decodeAddress, publicFolder, type Values } from '../../../content-schema/index.ts';

const images = 'jpe?g|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp';

/** What readers may download: loader/upload-paths.ts. */
const documents = 'pdf|csv|tsv|txt|geojson|json|xlsx?|ods|docx?|odt|pptx?|odp|zip|epub|mp3|m4a|ogg|mp4';

const toPattern = (extensions: string): RegExp =>
  new RegExp(`${publicFolder}/(?:(?!\\]\\()[^\\n"<>])*?\\.(?:${extensions})(?!\\.?[a-z0-9])`, 'giu');

/** Site paths of the images of the library that an entry names in any of its values, each once. */
export const findImages = (values: Values): string[] => find(values, toPattern(images));

/** Site paths of the documents of the library that an entry names, each once. */
export const findDocuments = (values: Values): string[] => find(values, toPattern(documents));

function find(values: Values, pattern: RegExp): string[] {
  const found = toTexts(values).flatMap((text) => text.match(pattern) ?? []);
  return [...new Set(found.map((path) => decodeAddress(path).normalize('NFC')))];
}

const toTexts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(toTexts) : [];
};
