import { describe } from 'vitest';
import { imageAnimated } from '../../../../src/copy-desk/rules/images/image-animated.ts';
import { imageFormat } from '../../../../src/copy-desk/rules/images/image-format.ts';
import { imageHeavy } from '../../../../src/copy-desk/rules/images/image-heavy.ts';
import { imageLarge } from '../../../../src/copy-desk/rules/images/image-large.ts';
import { imageName } from '../../../../src/copy-desk/rules/images/image-name.ts';
import { imagePosition } from '../../../../src/copy-desk/rules/images/image-position.ts';
import type { Rule, Upload } from '../../../../src/copy-desk/rule.ts';
import { testRule, type Case } from '../cases.ts';
import { image, withUploads } from './uploads.ts';

/** Cases that hold for every rule about what a file is like: `bad` breaks it, in one severity. */
function testUploadRule(
  rule: Rule,
  severity: 'error' | 'warning' | 'info',
  bad: Upload,
  cases: readonly Case[],
): void {
  const site = withUploads({ 'plaza.jpg': bad });
  describe(rule.id, () => {
    testRule(rule, [
      { name: 'a photo without a fault', given: image('presupuesto.jpg'), site },
      { name: 'nothing is known of the site', given: image('plaza.jpg') },
      {
        name: 'a cover',
        given: { image: '/assets/images/posts/plaza.jpg' },
        finds: [severity],
        site,
        says: '«plaza.jpg»',
      },
      { name: 'an image of the body', given: image('plaza.jpg'), finds: [severity], site },
      {
        name: 'a Figure',
        given: '<Figure image="/assets/images/posts/plaza.jpg" alt="Una plaza." />',
        finds: [severity],
        site,
      },
      {
        name: 'twice',
        given: `${image('plaza.jpg')}\n\n${image('plaza.jpg')}`,
        finds: [severity, severity],
        site,
      },
      {
        name: 'a file to download',
        given: '<Download file="/assets/images/posts/plaza.jpg" label="Foto" />',
        site,
      },
      { name: 'a file that is not there', given: image('otra.jpg'), site },
      ...cases,
    ]);
  });
}

const photo: Upload = {
  bytes: 80_000,
  format: 'jpeg',
  width: 1600,
  height: 900,
  animated: false,
  position: false,
};
const only = (upload: Partial<Upload>) => ({
  given: image('a.jpg'),
  site: withUploads({ 'a.jpg': { ...photo, ...upload } }),
});

testUploadRule(imageHeavy, 'info', { ...photo, bytes: 2_000_000 }, [
  { name: 'exactly 300 KB', ...only({ bytes: 307_200 }) },
  { name: 'one byte more', ...only({ bytes: 307_201 }), finds: ['info'], says: 'pesa 301 KB' },
]);

testUploadRule(imageLarge, 'warning', { ...photo, width: 4000, height: 3000 }, [
  { name: 'exactly 2,560 pixels', ...only({ width: 2560, height: 2560 }) },
  { name: 'upright', ...only({ width: 1500, height: 2561 }), finds: ['warning'], says: '1500 × 2561' },
  { name: 'a drawing', ...only({ format: 'svg', width: 9000, height: 9000 }) },
]);

testUploadRule(imageFormat, 'error', { ...photo, format: 'heif' }, [
  { name: 'TIFF', ...only({ format: 'tiff' }), finds: ['error'], says: 'TIFF' },
  { name: 'BMP', ...only({ format: 'bmp' }), finds: ['error'] },
  { name: 'AVIF', ...only({ format: 'avif' }) },
  {
    name: 'no image',
    given: image('a.jpg'),
    site: withUploads({ 'a.jpg': { bytes: 3 } }),
    finds: ['error'],
    says: 'no es una imagen',
  },
]);

testUploadRule(imageAnimated, 'warning', { ...photo, format: 'gif', animated: true }, [
  { name: 'a GIF that stands still', ...only({ format: 'gif' }) },
]);

testUploadRule(imagePosition, 'error', { ...photo, position: true }, []);

describe('image-name', () => {
  testRule(imageName, [
    { name: 'a plain name', given: image('taller-de-datos-2024.jpg') },
    {
      name: 'a name with spaces and accents',
      given: image('Año%20nuevo%20(1).JPG'),
      finds: ['warning'],
      says: '«ano-nuevo-1.jpg»',
    },
    { name: 'capitals', given: image('IMG-1.jpg'), finds: ['warning'] },
    { name: 'underscores', given: image('taller_1.jpg'), finds: ['warning'], says: '«taller-1.jpg»' },
    { name: 'no extension', given: image('taller'), finds: ['warning'] },
    { name: 'nothing of it is ASCII', given: image('📷.png'), finds: ['warning'], says: '«foto.png»' },
    { name: 'a cover', given: { image: '/assets/images/posts/Plaza.jpg' }, finds: ['warning'] },
    { name: 'a name on another site', given: '![Una plaza.](https://example.org/Foto_1.JPG)' },
    { name: 'a file to download', given: '<Download file="/assets/images/posts/Acta_1.pdf" label="Acta" />' },
  ]);
});
