import { join, toAscii, toView } from './bytes.ts';
import type { CleanImage } from './metadata.ts';
import { readOrientation } from './orientation.ts';

/** Application segments that say how to show the pixels: size unit, colour profile, colour transform. */
const kept: Readonly<Record<number, string>> = { 0xe0: 'JFIF', 0xe2: 'ICC_PROFILE', 0xee: 'Adobe' };

/**
 * A JPEG file without metadata: application segments, comments, and whatever a phone puts after the end of
 * the image, such as a film. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B.
 */
export function cleanJpeg(bytes: Uint8Array<ArrayBuffer>): CleanImage | undefined {
  const view = toView(bytes);
  const parts = [bytes.subarray(0, 2)];
  let orientation = 1;
  let offset = 2;
  while (offset + 4 <= bytes.length || bytes[offset + 1] === 0xd9) {
    if (bytes[offset] !== 0xff) return undefined;
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === 0xd9) return { bytes: join([...parts, bytes.subarray(offset, offset + 2)]), orientation };
    let end = offset + 2 + view.getUint16(offset + 2);
    if (end > bytes.length) return undefined;
    if (marker === 0xda) end = findScanEnd(bytes, end);
    const segment = bytes.subarray(offset, end);
    if (marker === 0xe1 && toAscii(segment, 4, 4) === 'Exif')
      orientation = readOrientation(segment.subarray(4));
    if (!isMetadata(marker, segment)) parts.push(segment);
    offset = end;
  }
  return undefined;
}

function isMetadata(marker: number, segment: Uint8Array): boolean {
  const name = kept[marker];
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  return (
    marker === 0xfe || (isApplication && (name === undefined || toAscii(segment, 4, name.length) !== name))
  );
}

/** Where the next segment begins. In a scan, FF is followed by 00 or is a restart mark, D0 to D7. */
function findScanEnd(bytes: Uint8Array, start: number): number {
  let offset = bytes.indexOf(0xff, start);
  while (offset !== -1) {
    const next = bytes[offset + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return offset;
    offset = bytes.indexOf(0xff, offset + 1);
  }
  return bytes.length;
}
