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

describe('of an animation', () => {
  const toAnimation = (): Promise<Buffer> => {
    const frames = Buffer.concat([Buffer.alloc(16 * 16 * 3, 255), Buffer.alloc(16 * 16 * 3, 0)]);
    return sharp(frames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
      .gif({ delay: [100, 300] })
      .toBuffer();
  };

  test('the first picture is shown', async () => {
    const still = await deriveVariant(readerOf(await toAnimation()), `${sha}-16.jpg`);
    const { width, height, pages } = await sharp(still).metadata();
    expect([width, height, pages]).toEqual([16, 16, undefined]);
  });

  test('all pictures move at their pace where readers ask for it', async () => {
    const moving = await deriveVariant(readerOf(await toAnimation()), `${sha}-8.anim.webp`);
    const { width, pageHeight, pages, delay } = await sharp(moving, { animated: true }).metadata();
    expect([width, pageHeight, pages, delay]).toEqual([8, 8, 2, [100, 300]]);
  });
});

test('a picture with more detail than most is coarser: 25 KB at 720 pixels of width, others in proportion', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const detailed = await sharp({
    create: { width: 120, height: 240, channels: 3, background: '#888', noise },
  })
    .blur(0.5)
    .png()
    .toBuffer();
  const most = 25_000 / 6;
  expect((await sharp(detailed).avif({ quality: 50, effort: 3 }).toBuffer()).length).toBeGreaterThan(most);
  const variant = await deriveVariant(readerOf(detailed), `${sha}-120.avif`);
  expect(variant.length).toBeLessThanOrEqual(most);
});

test.each(['avif', 'webp', 'jpg'])('a %s has the same bytes whenever it is made', async (format) => {
  const reader = readerOf(await toPhoto());
  const make = () => deriveVariant(reader, `${sha}-200.${format}`);
  const [first, second] = await Promise.all([make(), make()]);
  expect(first.equals(second)).toBe(true);
});

test('a drawing becomes pixels: nothing of it can run', async () => {
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20" fill="#f00"/></svg>',
  );
  const { format, width } = await sharp(await deriveVariant(readerOf(drawing), `${sha}-40.webp`)).metadata();
  expect([format, width]).toEqual(['webp', 40]);
});

test.each([
  ['a name that is none', 'foto.jpg', /is not the name of a derived image/u],
  ['a blob that is missing', `${'c'.repeat(40)}-100.jpg`, /There is no blob/u],
])('%s is an error', async (_, name, message) => {
  await expect(deriveVariant(readerOf(Buffer.from('x')), name)).rejects.toThrow(message);
});
