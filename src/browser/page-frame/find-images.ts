import { decodeAddress, publicFolder, type Values } from '../../../content-schema/index.ts';

const named = new RegExp(
  `${publicFolder}/(?:(?!\\]\\()[^\\n"<>])*?\\.(?:jpe?g|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp)(?!\\.?[a-z0-9])`,
  'giu',
);

/** Site paths of the images of the library that an entry names in any of its values, each once. */
export function findImages(values: Values): string[] {
  const found = toTexts(values).flatMap((text) => text.match(named) ?? []);
  return [...new Set(found.map((path) => decodeAddress(path).normalize('NFC')))];
}

const toTexts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(toTexts) : [];
};
