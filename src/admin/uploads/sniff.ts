/** Image formats that an upload may come in, told by their bytes. */
export type ImageFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic' | 'bmp' | 'tiff' | 'svg';

/** Brands of ISO media files: https://mp4ra.org/registered-types/brands */
const avifBrands = ['avif', 'avis'];
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

const toText = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** The format of an image, whatever its name says; undefined when it is none. */
export function sniffImage(bytes: Uint8Array): ImageFormat | undefined {
  const head = toText(bytes, 0, 12);
  if (head.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (/^GIF8[79]a/u.test(head)) return 'gif';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  if (head.startsWith('BM')) return 'bmp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.slice(4, 8) === 'ftyp') return sniffBrands(bytes);
  // SVG: its element, after what XML lets stand before it.
  const text = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg[\s>/]/u.test(text)
    ? 'svg'
    : undefined;
}

function sniffBrands(bytes: Uint8Array): ImageFormat | undefined {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const brands = toText(bytes, 8, Math.min(size, bytes.length, 256)).match(/.{4}/gsu) ?? [];
  if (brands.some((brand) => avifBrands.includes(brand))) return 'avif';
  return brands.some((brand) => heicBrands.includes(brand)) ? 'heic' : undefined;
}
