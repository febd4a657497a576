import sharp from 'sharp';
import { z } from 'zod';

/** What pages need to know of an uploaded image. Width and height are in pixels, after EXIF rotation. */
export const originalSchema = z.object({
  sha: z.string(),
  width: z.number(),
  height: z.number(),
  format: z.string(),
  animated: z.boolean(),
  alpha: z.boolean(),
});

export type Original = z.output<typeof originalSchema>;

/** The image cannot be shown; the message says why, in Spanish. */
export class UnreadableImageError extends Error {
  override readonly name = 'UnreadableImageError';
}

/**
 * Measures an image and makes sure that it can be decoded.
 * @throws UnreadableImageError
 */
export async function readOriginal(sha: string, content: Buffer): Promise<Original> {
  try {
    const image = sharp(content, { failOn: 'none' });
    const metadata = await image.metadata();
    if (metadata.format === 'heif' && metadata.compression !== 'av1') {
      throw new UnreadableImageError('El formato HEIC del teléfono no se puede mostrar.');
    }
    const { width, height } = metadata.autoOrient;
    await image.resize({ width: 8 }).toBuffer();
    const animated = (metadata.pages ?? 1) > 1;
    return { sha, width, height, format: metadata.format, animated, alpha: metadata.hasAlpha };
  } catch (error) {
    if (error instanceof UnreadableImageError) throw error;
    throw new UnreadableImageError('La imagen está dañada o no es una imagen.', { cause: error });
  }
}
