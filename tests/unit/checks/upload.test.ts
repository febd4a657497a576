import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { measureUpload } from '../../../src/checks/upload.ts';
import { takePhoto } from '../../support/photo.ts';

const plain = () => sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } });

describe('measureUpload', () => {
  test('a phone photo says where it was taken', async () => {
    const photo = await takePhoto();
    expect(await measureUpload(photo)).toEqual({
      bytes: photo.length,
      format: 'jpeg',
      width: 1200,
      height: 800,
      animated: false,
      position: true,
    });
  });

  test('width and height are those of the upright picture', async () => {
    const turned = await plain().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await measureUpload(turned)).toMatchObject({ width: 20, height: 30, position: false });
  });

  test('AVIF is not HEIC', async () => {
    expect(await measureUpload(await plain().avif().toBuffer())).toMatchObject({ format: 'avif' });
  });

  test('a GIF that moves', async () => {
    const frames = await Promise.all([plain().png().toBuffer(), plain().negate().png().toBuffer()]);
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await measureUpload(moving)).toMatchObject({ format: 'gif', animated: true });
    expect(await measureUpload(await plain().gif().toBuffer())).toMatchObject({
      format: 'gif',
      animated: false,
    });
  });

  test.each([
    ['a text', Buffer.from('Acta')],
    ['nothing', Buffer.alloc(0)],
    ['the head of a JPEG alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('%s is no image', async (_, content) => {
    expect(await measureUpload(content)).toEqual({ bytes: content.length });
  });

  test('BMP is known by its first letters', async () => {
    expect(await measureUpload(Buffer.from('BM......'))).toEqual({ bytes: 8, format: 'bmp' });
  });
});
