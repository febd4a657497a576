import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';
import type { ImageFormat } from './sniff.ts';

/** An image file without what a camera or a program wrote into it: place, device, author, thumbnail. */
export interface CleanImage {
  /** The pixels are as they were: nothing is compressed again. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How the metadata said to turn it, 1 to 8 (EXIF 3.0, 4.6.5.1.6). 1 is upright. */
  readonly orientation: number;
}

/** Takes the metadata out of a file. Undefined when the file ends too early or is no file of this format. */
export function cleanImage(format: ImageFormat, bytes: Uint8Array<ArrayBuffer>): CleanImage | undefined {
  if (format === 'jpeg') return cleanJpeg(bytes);
  if (format === 'png') return cleanPng(bytes);
  if (format === 'webp') return cleanWebp(bytes);
  return { bytes, orientation: 1 };
}
