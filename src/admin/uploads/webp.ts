import { join, toAscii, toView } from './bytes.ts';
import type { CleanImage } from './metadata.ts';
import { readOrientation } from './orientation.ts';

/** Flags of VP8X that say that there are EXIF and XMP chunks. */
const metadataFlags = 0b1100;

/**
 * A WebP file, moving or not, without metadata.
 * https://developers.google.com/speed/webp/docs/riff_container
 */
export function cleanWebp(bytes: Uint8Array<ArrayBuffer>): CleanImage | undefined {
  const view = toView(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return undefined;
  const parts: Uint8Array[] = [];
  let orientation = 1;
  let offset = 12;
  while (offset + 8 <= end) {
    const type = toAscii(bytes, offset, 4);
    const size = view.getUint32(offset + 4, true);
    // Chunks are padded to an even size.
    const next = Math.min(end, offset + 8 + size + (size % 2));
    const chunk = bytes.slice(offset, next);
    if (type === 'EXIF') orientation = readOrientation(chunk.subarray(8));
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~metadataFlags;
    if (type !== 'EXIF' && type !== 'XMP ') parts.push(chunk);
    offset = next;
  }
  const head = bytes.slice(0, 12);
  const cleaned = join([head, ...parts]);
  toView(cleaned).setUint32(4, cleaned.length - 8, true);
  return { bytes: cleaned, orientation };
}
