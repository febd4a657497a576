import sharp, { type Sharp } from 'sharp';
import { type Format, parseVariantName } from './variants.ts';

// The AVIF encoder makes other bytes with more threads. Builds make several images at once instead.
sharp.concurrency(1);

/** Where originals come from: a git repository, or files that are not committed yet. */
export interface BlobReader {
  /** @throws when there is no such blob. */
  readBlob(sha: string): Promise<Buffer>;
}

/**
 * Makes one derived size: rotated as the camera said, never enlarged, without any metadata (sharp keeps none
 * unless it is asked to), the first picture of an animation or, as `anim.webp`, all of them. The same bytes
 * wherever it is made with the same release of sharp.
 * @param name as planVariants gives it
 * @throws Error when the name is no variant's, the blob is missing or it is no image
 */
export async function deriveVariant(originals: BlobReader, name: string): Promise<Buffer> {
  const variant = parseVariantName(name);
  if (variant === undefined) throw new Error(`${name} is not the name of a derived image.`);
  const content = await originals.readBlob(variant.sha);
  const { format, width } = variant;
  const image = sharp(content, { failOn: 'none', animated: format === 'anim.webp' })
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  return encode(image, format, width);
}

/** Measured on photographs, see CONTRIBUTING.md and `npm run bench -- images`. */
const qualities = { avif: [50, 44, 38, 32, 25], webp: 65, 'anim.webp': 50, jpg: 72 } as const;

/** What the AVIF of a lead image may weigh on a phone, 720 pixels wide; other widths in proportion. */
const mostBytesPerPixelOfWidth = 25_000 / 720;

function encode(image: Sharp, format: Format, width: number): Promise<Buffer> {
  if (format === 'avif') return encodeAvif(image, width);
  if (format === 'jpg') {
    return image.flatten({ background: '#fff' }).jpeg({ quality: qualities.jpg, mozjpeg: true }).toBuffer();
  }
  return image.webp({ quality: qualities[format] }).toBuffer();
}

/** A step down in quality saves about a fifth. */
const bytesLeftByStep = 0.8;

/** Of a picture with more detail than most, a lower quality, in which nobody sees less among so much. */
async function encodeAvif(image: Sharp, width: number): Promise<Buffer> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const most = width * mostBytesPerPixelOfWidth;
  const last = qualities.avif.length - 1;
  for (let step = 0; ;) {
    const encoded = await sharp(data, { raw: info })
      .avif({ quality: qualities.avif[step], effort: 3, chromaSubsampling: '4:4:4' })
      .toBuffer();
    if (encoded.length <= most || step >= last) return encoded;
    const steps = Math.log(most / encoded.length) / Math.log(bytesLeftByStep);
    step = Math.min(last, step + Math.max(1, Math.floor(steps)));
  }
}
