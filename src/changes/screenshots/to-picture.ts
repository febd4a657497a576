import sharp from 'sharp';

/** An upload as a page without network holds it. */
export interface EmbeddedUpload {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  readonly size?: number;
}

/** No page shows pictures wider than this. Pixels. */
const greatestWidth = 1280;

/** An original as a small picture in an address; of a document, its size. */
export async function toPicture(content: Buffer): Promise<EmbeddedUpload> {
  try {
    const { data, info } = await sharp(content, { failOn: 'none' })
      .autoOrient()
      .resize({ width: greatestWidth, withoutEnlargement: true })
      .webp({ quality: 70 })
      .toBuffer({ resolveWithObject: true });
    return {
      url: `data:image/webp;base64,${data.toString('base64')}`,
      width: info.width,
      height: info.height,
    };
  } catch (error) {
    // sharp has no error type of its own: whatever it throws, this is no picture.
    if (error instanceof Error) return { url: '/documento', size: content.length };
    throw error;
  }
}
