import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { convertImage, ImageError } from '../../../src/import/convert-image.ts';
import { takePhoto } from '../../support/photo.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } });

const read = async (content: Buffer) => {
  const { format, width, height, orientation, exif, icc, xmp, pages } = await sharp(content).metadata();
  return { format, width, height, orientation, hasData: [exif, icc, xmp].some(Boolean), pages };
};

describe('an image for the repository', () => {
  test('has no EXIF, and so no position', async () => {
    const photo = await takePhoto();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const { content, extension } = await convertImage(photo);
    expect(extension).toBe('jpg');
    expect(await read(content)).toMatchObject({ format: 'jpeg', width: 1200, height: 800, hasData: false });
    expect(content.toString('latin1')).not.toMatch(/Exif|prueba/u);
  });

  test('is upright', async () => {
    const turned = await plain(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { content } = await convertImage(turned);
    expect(await read(content)).toMatchObject({ width: 200, height: 400, orientation: undefined });
  });

  test('is at most 2,560 px on either side', async () => {
    const wide = await convertImage(await plain(4000, 1000).jpeg().toBuffer());
    expect(await read(wide.content)).toMatchObject({ width: 2560, height: 640 });
    const tall = await convertImage(await plain(500, 3000).png().toBuffer());
    expect(await read(tall.content)).toMatchObject({ format: 'png', width: 427, height: 2560 });
  });

  test('is in sRGB', async () => {
    const wide = await plain(40, 40).withIccProfile('p3').png().toBuffer();
    const { content } = await convertImage(wide);
    expect((await sharp(content).metadata()).icc).toBeUndefined();
    // The red of the profile's own space, converted back to what it was made from.
    const { data } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
    expect(Math.abs((data[0] ?? 0) - 200)).toBeLessThan(4);
  });

  test('that needs nothing stays byte for byte', async () => {
    for (const content of [
      await plain(300, 200).jpeg().toBuffer(),
      await plain(300, 200).png().toBuffer(),
      await plain(300, 200).webp().toBuffer(),
    ]) {
      expect((await convertImage(content)).content.equals(content)).toBe(true);
    }
  });

  test('that moves stays as it is', async () => {
    const frames = await Promise.all(
      [30, 200].map((r) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background: { r, g: 0, b: 0 } } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { content, extension } = await convertImage(animation);
    expect([content.equals(animation), extension]).toEqual([true, 'gif']);
    expect((await read(content)).pages).toBe(2);
  });

  test('of another format becomes JPEG, or PNG where one sees through it', async () => {
    expect((await convertImage(await plain(30, 20).tiff().toBuffer())).extension).toBe('jpg');
    const glass = sharp({
      create: { width: 9, height: 9, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    });
    expect((await convertImage(await glass.tiff({ compression: 'lzw' }).toBuffer())).extension).toBe('png');
  });

  test('is the same every time', async () => {
    const photo = await takePhoto();
    const [one, other] = [await convertImage(photo), await convertImage(photo)];
    expect(one.content.equals(other.content)).toBe(true);
  });
});

describe('no image', () => {
  const cut = (content: Buffer): Buffer => content.subarray(0, content.length / 2);
  const svg = (inside: string): Buffer =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`);

  test.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['text', () => Buffer.from('<!doctype html><p>404'), /dañado o no es una imagen/u],
    ['nothing', () => Buffer.alloc(0), /dañado/u],
    ['half a JPEG', async () => cut(await takePhoto()), /dañado/u],
    ['half a PNG', async () => cut(await plain(300, 300).png().toBuffer()), /dañado/u],
    ['noise', () => deflateSync(Buffer.alloc(999, 'x')), /dañado/u],
    ['a BMP', () => Buffer.from('BM……'), /BMP/u],
    ['an SVG with a script', () => svg('<script>alert(1)</script>'), /SVG con código/u],
    ['an SVG with a handler', () => svg('<rect width="9" height="9" onclick="a()"/>'), /SVG con código/u],
  ])('%s is refused with a reason', async (_, make, reason) => {
    const result = convertImage(await make());
    await expect(result).rejects.toThrow(ImageError);
    await expect(result).rejects.toThrow(reason);
  });

  test('but a drawing is one', async () => {
    const drawing = svg('<rect width="9" height="9"/>');
    expect(await convertImage(drawing)).toEqual({ content: drawing, extension: 'svg' });
  });
});
