import exif from 'exif-reader';
import sharp from 'sharp';
import type { Upload } from '../copy-desk/index.ts';

/**
 * What rules may know of an uploaded file. It is looked at, not decoded: a file whose head is right and whose
 * pixels are not counts as an image.
 */
export async function measureUpload(content: Buffer): Promise<Upload> {
  const bytes = content.length;
  // libvips reads no BMP.
  if (content.toString('latin1', 0, 2) === 'BM') return { bytes, format: 'bmp' };
  try {
    const metadata = await sharp(content, { failOn: 'none' }).metadata();
    const { format, compression, autoOrient, pages = 1 } = metadata;
    return {
      bytes,
      // AVIF and HEIC are one container; browsers show the former.
      format: format === 'heif' && compression === 'av1' ? 'avif' : format,
      width: autoOrient.width,
      height: autoOrient.height,
      animated: pages > 1,
      position: hasPosition(metadata.exif),
    };
  } catch (error) {
    // sharp has no error type of its own: whatever it throws, it could not read the file.
    if (error instanceof Error) return { bytes };
    throw error;
  }
}

/** Do EXIF data say where a photo was taken? */
function hasPosition(data: Buffer | undefined): boolean {
  if (data === undefined) return false;
  try {
    const { GPSLatitude, GPSLongitude } = exif(data).GPSInfo ?? {};
    return GPSLatitude !== undefined || GPSLongitude !== undefined;
  } catch (error) {
    // Data that cannot be read tell nobody anything.
    if (error instanceof Error) return false;
    throw error;
  }
}
