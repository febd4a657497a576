import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanImage } from '../../../../src/admin/uploads/metadata.ts';
import { sniffImage } from '../../../../src/admin/uploads/sniff.ts';

const place = {
  IFD0: { Make: 'Teléfono de prueba', Artist: 'Ana' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 38/1 0/1' },
};

/** 40 × 30 pixels of which no two corners are the same. */
function draw(): Sharp {
  const pixels = Buffer.from(Array.from({ length: 40 * 30 * 3 }, (_, index) => (index * 7) % 251));
  return sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } });
}

const toBytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

/** A file of each format, with the place where it was taken, an author and a colour profile. */
const photos = {
  jpeg: () => draw().withIccProfile('p3').withExif(place).jpeg().toBuffer(),
  'jpeg, progressive': () => draw().withExif(place).jpeg({ progressive: true }).toBuffer(),
  png: () => draw().withExif(place).png().toBuffer(),
  webp: () => draw().withExif(place).webp().toBuffer(),
};

describe.each(Object.entries(photos))('%s', (name, take) => {
  const format = name.startsWith('jpeg') ? 'jpeg' : name === 'png' ? 'png' : 'webp';

  test('loses its metadata and keeps every pixel', async () => {
    const photo = toBytes(await take());
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const cleaned = cleanImage(format, photo)?.bytes ?? new Uint8Array();
    const metadata = await sharp(cleaned).metadata();
    expect(metadata.exif).toBeUndefined();
    expect(metadata.xmp).toBeUndefined();
    expect(Buffer.from(cleaned).includes('prueba')).toBe(false);
    expect(await sharp(cleaned).raw().toBuffer()).toEqual(await sharp(photo).raw().toBuffer());
    expect(cleaned.length).toBeLessThan(photo.length);
  });

  test('cleaned twice is the same', async () => {
    const once = cleanImage(format, toBytes(await take()));
    expect(cleanImage(format, once?.bytes ?? new Uint8Array())?.bytes).toEqual(once?.bytes);
  });

  test.each([1, 3, 6, 8])('tells how it is to be turned (%i)', async (orientation) => {
    const turned = await sharp(await take())
      .withMetadata({ orientation })
      .toBuffer();
    expect(cleanImage(format, toBytes(turned))?.orientation).toBe(orientation);
  });

  test('that ends too early is none', async () => {
    const photo = toBytes(await take());
    expect(cleanImage(format, photo.slice(0, Math.floor(photo.length * 0.7)))).toBeUndefined();
  });
});

test('a JPEG keeps its colour profile', async () => {
  const cleaned = cleanImage('jpeg', toBytes(await photos.jpeg()));
  expect((await sharp(cleaned?.bytes).metadata()).icc).toBeDefined();
});

test('what a phone puts behind a JPEG does not stay', async () => {
  const photo = toBytes(await photos.jpeg());
  const film = new TextEncoder().encode('ftypmp42 una película');
  const cleaned = cleanImage('jpeg', new Uint8Array([...photo, ...film]))?.bytes ?? new Uint8Array();
  expect(cleaned).toEqual(cleanImage('jpeg', photo)?.bytes);
});

test('an animation keeps its frames', async () => {
  const frames = sharp([await draw().png().toBuffer(), await draw().negate().png().toBuffer()], {
    join: { animated: true },
  });
  const film = toBytes(await frames.withExif(place).webp().toBuffer());
  const cleaned = cleanImage('webp', film)?.bytes;
  const metadata = await sharp(cleaned).metadata();
  expect(metadata.pages).toBe(2);
  expect(metadata.exif).toBeUndefined();
});

test.each(['jpeg', 'png', 'gif', 'webp', 'avif', 'tiff'] as const)(
  '%s is told by its bytes',
  async (format) => {
    expect(sniffImage(await draw().toFormat(format).toBuffer())).toBe(format);
  },
);

test.each([
  ['heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['avif', '\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf'],
  ['bmp', 'BM\0\0\0\0\0\0\0\0\0\0'],
  ['svg', '<?xml version="1.0"?>\n<!-- Un dibujo -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['svg', '\uFEFF<svg viewBox="0 0 9 9">'],
  [undefined, 'Hola, esto es un texto.'],
  [undefined, '<!doctype html><svg></svg>'],
  [undefined, '%PDF-1.7'],
  [undefined, ''],
])('%s: %j', (format, head) => {
  expect(sniffImage(Buffer.from(head, head.startsWith('\uFEFF') ? 'utf8' : 'latin1'))).toBe(format);
});
