import type { Size } from './size.ts';

/** Qualities for JPEG and WebP, the best first. */
const qualities = [0.85, 0.75, 0.6];

/**
 * An image file of pixels, scaled to a size, without metadata.
 * @param limit bytes that it should not exceed; the worst quality may
 */
export async function encodeImage(
  bitmap: ImageBitmap,
  { width, height }: Size,
  type: 'image/jpeg' | 'image/png' | 'image/webp',
  limit: number,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser draws no images.');
  if (type === 'image/jpeg') {
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  let blob = new Blob();
  for (const quality of type === 'image/png' ? [1] : qualities) {
    blob = await canvas.convertToBlob({ type, quality });
    if (blob.size <= limit) break;
  }
  return blob;
}
