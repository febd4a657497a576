import { join, toAscii, toView } from './bytes.ts';
import type { CleanImage } from './metadata.ts';
import { readOrientation } from './orientation.ts';

/** https://www.w3.org/TR/png-3/#11Ancillary-chunks */
const metadata = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];

/** A PNG file without metadata, and without what stands after its end. */
export function cleanPng(bytes: Uint8Array<ArrayBuffer>): CleanImage | undefined {
  const view = toView(bytes);
  const parts = [bytes.subarray(0, 8)];
  let orientation = 1;
  let offset = 8;
  while (offset + 12 <= bytes.length) {
    const type = toAscii(bytes, offset + 4, 4);
    const end = offset + 12 + view.getUint32(offset);
    if (end > bytes.length) return undefined;
    const chunk = bytes.subarray(offset, end);
    if (type === 'eXIf') orientation = readOrientation(chunk.subarray(8, -4));
    if (!metadata.includes(type)) parts.push(chunk);
    if (type === 'IEND') return { bytes: join(parts), orientation };
    offset = end;
  }
  return undefined;
}
