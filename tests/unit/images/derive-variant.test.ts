import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { deriveVariant } from '../../../src/images/derive-variant.ts';

const sha = 'b'.repeat(40);

const readerOf = (content: Buffer) => ({
  readBlob: (wanted: string) =>
    wanted === sha ? Promise.resolve(content) : Promise.reject(new Error(`There is no blob ${wanted}.`)),
});

/** A photo as a phone makes it: lying on its side, with the place where it was taken. */
const toPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 200, channels: 3, background: '#369' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Telefono', Copyright: 'Ana' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '14/1 38/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '90/1 30/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();

describe.each(['avif', 'jpg', 'webp'])('a derived %s', (format) => {
  test('stands upright and tells nothing of the camera or the place', async () => {
    const photo = await toPhoto();
    expect((await sharp(photo).metadata()).exif?.includes('Telefono')).toBe(true);
    const variant = await deriveVariant(readerOf(photo), `${sha}-100.${format}`);
    const metadata = await sharp(variant).metadata();
    expect([metadata.width, metadata.height]).toEqual([100, 200]);
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(metadata.orientation ?? 1).toBe(1);
    expect(variant.includes('Telefono')).toBe(false);
  });

  test('is never wider than the original', async () => {
    const variant = await deriveVariant(readerOf(await toPhoto()), `${sha}-1440.${format}`);
    expect((await sharp(variant).metadata()).width).toBe(200);
  });
});

test('of an animation the first frame is shown', async () => {
  const frames = Buffer.concat([Buffer.alloc(16 * 16 * 3, 255), Buffer.alloc(16 * 16 * 3, 0)]);
  const gif = await sharp(frames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
    .gif({ delay: [100, 100] })
    .toBuffer();
  const metadata = await sharp(await deriveVariant(readerOf(gif), `${sha}-16.jpg`)).metadata();
  expect([metadata.width, metadata.height]).toEqual([16, 16]);
});

test.each([
  ['a name that is none', 'foto.jpg', /is not the name of a derived image/u],
  ['a blob that is missing', `${'c'.repeat(40)}-100.jpg`, /There is no blob/u],
])('%s is an error', async (_, name, message) => {
  await expect(deriveVariant(readerOf(Buffer.from('x')), name)).rejects.toThrow(message);
});
