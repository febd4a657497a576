import sharp from 'sharp';
import { z } from 'zod';

/** What pages need to know of an uploaded image. Width and height are in pixels, after EXIF rotation. */
export const originalSchema = z.object({
  sha: z.string(),
  width: z.number(),
  height: z.number(),
  format: z.string(),
  /** Does it move, and may readers see it move? */
  animated: z.boolean(),
  /** Does anything show through it? */
  alpha: z.boolean(),
  /** Its colours from top to bottom, as CSS colours with commas between; none where something shows through. */
  colors: z.string().optional(),
});

export type Original = z.output<typeof originalSchema>;

/** The image cannot be shown; the message says why, in Spanish. */
export class UnreadableImageError extends Error {
  override readonly name = 'UnreadableImageError';
}

/** What sharp decodes by default (limitInputPixels), of an animation all pictures together. */
const mostPixels = 0x3fff * 0x3fff;

/**
 * Measures an image and makes sure that it can be decoded.
 * @throws UnreadableImageError
 */
export async function readOriginal(sha: string, content: Buffer): Promise<Original> {
  try {
    const metadata = await sharp(content, { failOn: 'none', limitInputPixels: false }).metadata();
    if (metadata.format === 'heif' && metadata.compression !== 'av1') {
      throw new UnreadableImageError('El formato HEIC del teléfono no se puede mostrar.');
    }
    const { width, height } = metadata.autoOrient;
    const pixels = width * height;
    if (pixels > mostPixels) {
      const size = `${String(width)} × ${String(height)} píxeles`;
      throw new UnreadableImageError(`La imagen es demasiado grande para mostrarla: ${size}.`);
    }
    const pages = metadata.pages ?? 1;
    const animated = pages > 1 && pixels * pages <= mostPixels;
    return { sha, width, height, format: metadata.format, animated, ...(await readColors(content)) };
  } catch (error) {
    if (error instanceof UnreadableImageError) throw error;
    throw new UnreadableImageError('La imagen está dañada o no es una imagen.', { cause: error });
  }
}

/** Pixels of a side of what is looked at: fine enough to see corners through which something shows. */
const side = 24;

/** The colours of the upper, the middle and the lower third, each `#rgb`: what stands there until it is loaded. */
async function readColors(content: Buffer): Promise<Pick<Original, 'alpha' | 'colors'>> {
  const pixels = await sharp(content, { failOn: 'none' })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  const third = pixels.length / 3;
  const colors = [0, 1, 2].map((index) => toColor(pixels.subarray(index * third, (index + 1) * third)));
  const alpha = pixels.some((value, index) => index % 4 === 3 && value < 255);
  return alpha ? { alpha } : { alpha, colors: colors.join(',') };
}

/** @param pixels RGBA */
function toColor(pixels: Buffer): string {
  const digits = [0, 1, 2].map((channel) => {
    const values = [...pixels].filter((_, index) => index % 4 === channel);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.round(mean / 17).toString(16);
  });
  return `#${digits.join('')}`;
}
