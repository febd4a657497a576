import { messages } from '../locale/messages.ts';
import { decodeImage, isDrawable } from './decode.ts';
import { encodeImage } from './encode.ts';
import { cleanImage } from './metadata.ts';
import { toUploadName } from './name.ts';
import { fitSize } from './size.ts';
import type { ImageFormat } from './sniff.ts';
import { findSvgDanger } from './svg.ts';
import { UploadError } from './upload-error.ts';

const { refused } = messages.upload;

/** What each format is stored as. */
const stored = {
  jpeg: { type: 'image/jpeg', extension: 'jpg' },
  png: { type: 'image/png', extension: 'png' },
  gif: { type: 'image/gif', extension: 'gif' },
  webp: { type: 'image/webp', extension: 'webp' },
  avif: { type: 'image/webp', extension: 'webp' },
  heic: { type: 'image/jpeg', extension: 'jpg' },
  bmp: { type: 'image/png', extension: 'png' },
  svg: { type: 'image/svg+xml', extension: 'svg' },
} as const satisfies Partial<Record<ImageFormat, { type: string; extension: string }>>;

/**
 * An image as it is stored: upright, at most 2560 pixels, without metadata, with a name for addresses. What
 * fits already keeps its pixels as they are. Animations and drawings stay as they are.
 * @throws UploadError when it is broken, dangerous or of a format that browsers do not show
 */
export async function processImage(
  name: string,
  format: ImageFormat,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<File> {
  if (format === 'tiff') throw new UploadError(refused.tiff);
  if (format === 'svg') return processSvg(name, bytes);
  const cleaned = cleanImage(format, bytes);
  if (cleaned === undefined) throw new UploadError(refused.broken);
  const { type, extension } = stored[format];
  const toFile = (content: BlobPart): File => new File([content], toUploadName(name, extension), { type });

  const bitmap = await decodeImage(new Blob([bytes]), format === 'heic').catch((cause: unknown) => {
    throw new UploadError(refused.broken, { cause });
  });
  try {
    const size = fitSize(bitmap);
    const fits = size.width === bitmap.width;
    const isAnimated = format === 'gif' || hasFrames(format, bytes);
    const isStored = format === 'jpeg' || format === 'png' || format === 'webp';
    if (isAnimated || (isStored && fits && cleaned.orientation === 1)) return toFile(cleaned.bytes);
    if (type === 'image/gif') return toFile(cleaned.bytes);
    const blob = await encodeImage(bitmap, size, type, bytes.length);
    // Browsers that do not write WebP write PNG.
    if (blob.type === type) return toFile(blob);
    return new File([blob], toUploadName(name, 'png'), { type: blob.type });
  } finally {
    bitmap.close();
  }
}

/** Is it an animation in PNG or WebP? Both say so before their first frame. */
function hasFrames(format: ImageFormat, bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (format === 'png' && head.includes('acTL')) || (format === 'webp' && head.includes('ANIM'));
}

async function processSvg(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<File> {
  const danger = findSvgDanger(new TextDecoder().decode(bytes));
  if (danger !== undefined) throw new UploadError(refused.activeSvg(danger));
  const { type, extension } = stored.svg;
  const file = new File([bytes], toUploadName(name, extension), { type });
  if (!(await isDrawable(file))) throw new UploadError(refused.broken);
  return file;
}
