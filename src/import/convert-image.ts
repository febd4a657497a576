import { crc32, deflateSync } from 'node:zlib';
import decodeHeic from 'heic-decode';
import sharp, { type Metadata, type Sharp } from 'sharp';

/** An image as it goes into the content repository. */
export interface ConvertedImage {
  readonly content: Buffer;
  /** Without the dot. */
  readonly extension: string;
}

/** A file cannot be used as an image; the message says why, in Spanish. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
}

/** Longest side, in pixels. */
const maxSide = 2560;

/**
 * Makes an image fit for the repository: upright, at most 2,560 px, in sRGB, without EXIF and other metadata. What
 * is so already stays byte for byte; animations do, too. The same bytes give the same bytes.
 * @throws ImageError
 */
export async function convertImage(content: Buffer): Promise<ConvertedImage> {
  if (content.toString('latin1', 0, 2) === 'BM') {
    throw new ImageError('Es una imagen BMP, que no se puede leer: guárdala como JPEG o PNG.');
  }
  try {
    const metadata = await sharp(content, { failOn: 'error' }).metadata();
    if (metadata.format === 'svg') return { content: checkSvg(content), extension: 'svg' };
    if (metadata.format === 'heif' && metadata.compression !== 'av1')
      return await convertHeic(content, metadata);
    const animated = (metadata.pages ?? 1) > 1;
    await sharp(content, { failOn: 'error', animated }).stats();
    const kept = kinds[metadata.format === 'heif' ? 'avif' : metadata.format];
    if (kept !== undefined && (animated || isClean(metadata))) return { content, extension: kept.extension };
    const kind = kept ?? (metadata.hasAlpha ? png : jpeg);
    const converted = await kind.encode(fit(sharp(content, { failOn: 'error' }).autoOrient())).toBuffer();
    return { content: converted, extension: kind.extension };
  } catch (error) {
    if (error instanceof ImageError || !(error instanceof Error)) throw error;
    throw new ImageError('El archivo está dañado o no es una imagen.', { cause: error });
  }
}

interface Kind {
  readonly extension: string;
  encode(image: Sharp): Sharp;
}

const jpeg: Kind = { extension: 'jpg', encode: (image) => image.jpeg({ quality: 85, mozjpeg: true }) };
const png: Kind = { extension: 'png', encode: (image) => image.png({ compressionLevel: 9 }) };

/** Formats that stay what they are. */
const kinds: Readonly<Record<string, Kind | undefined>> = {
  jpeg,
  png,
  gif: { extension: 'gif', encode: (image) => image.gif() },
  webp: { extension: 'webp', encode: (image) => image.webp({ quality: 85 }) },
  avif: { extension: 'avif', encode: (image) => image.avif({ quality: 70 }) },
};

const fit = (image: Sharp): Sharp =>
  image.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });

/** Nothing to take away and nothing to turn. */
const isClean = ({
  width,
  height,
  orientation,
  exif,
  xmp,
  iptc,
  icc,
  comments,
  tifftagPhotoshop,
}: Metadata): boolean =>
  Math.max(width, height) <= maxSide &&
  (orientation ?? 1) === 1 &&
  [exif, xmp, iptc, icc, tifftagPhotoshop].every((data) => data === undefined) &&
  (comments ?? []).length === 0;

/** libvips, as sharp brings it, has no decoder for HEVC. */
async function convertHeic(content: Buffer, { icc }: Metadata): Promise<ConvertedImage> {
  const { width, height, data } = await decodeHeic({ buffer: content });
  const raw = sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels: 4 },
  });
  const plain = await raw.removeAlpha().png({ compressionLevel: 0 }).toBuffer();
  const image = sharp(icc === undefined ? plain : withProfile(plain, icc));
  return { content: await jpeg.encode(fit(image)).toBuffer(), extension: jpeg.extension };
}

/** Where the first chunk of a PNG ends: signature and IHDR. */
const headerEnd = 33;

/**
 * A PNG with a colour profile, which sharp cannot give to raw pixels but converts from.
 * https://www.w3.org/TR/png-3/#11iCCP
 */
function withProfile(image: Buffer, icc: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from('iCCPicc\0\0', 'latin1'), deflateSync(icc)]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length - 'iCCP'.length);
  checksum.writeUInt32BE(crc32(data));
  return Buffer.concat([image.subarray(0, headerEnd), length, data, checksum, image.subarray(headerEnd)]);
}

/** An SVG without anything that runs or loads. @throws ImageError */
function checkSvg(content: Buffer): Buffer {
  const active = /<(?:script|foreignObject|iframe|handler)\b|\son\w+\s*=|(?:javascript|data):|<!ENTITY/iu;
  if (active.test(content.toString('utf8'))) {
    throw new ImageError('Es un SVG con código o con otra imagen adentro: guárdalo como PNG.');
  }
  return content;
}
