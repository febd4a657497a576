import { toAscii, toView } from './bytes.ts';

const orientationTag = 0x0112;

/** The orientation that EXIF data (a TIFF file: TIFF 6.0, section 2) say; 1 where they say none. */
export function readOrientation(exif: Uint8Array): number {
  // In JPEG and in some WebP, a name stands before the TIFF file.
  const tiff = toAscii(exif, 0, 4) === 'Exif' ? exif.subarray(6) : exif;
  const view = toView(tiff);
  const isLittle = toAscii(tiff, 0, 2) === 'II';
  if (tiff.length < 8) return 1;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, isLittle) !== orientationTag) continue;
    const orientation = view.getUint16(entry + 8, isLittle);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}
