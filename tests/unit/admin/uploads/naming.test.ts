import { expect, test } from 'vitest';
import { toExtension, toUploadName } from '../../../../src/admin/uploads/name.ts';
import { fitSize } from '../../../../src/admin/uploads/size.ts';

test.each([
  ['Foto de la Plaza Ñ.JPG', 'jpg', 'foto-de-la-plaza-n.jpg'],
  ['Foto de la Plaza N\u0303.HEIC', 'jpg', 'foto-de-la-plaza-n.jpg'],
  ['WhatsApp Image 2026-03-04 at 08.30.12 (1).jpeg', 'jpg', 'whatsapp-image-2026-03-04-at-08-30-12-1.jpg'],
  ['../../etc/passwd', 'png', 'etc-passwd.png'],
  ['照片.png', 'png', 'archivo.png'],
  ['.png', 'png', 'archivo.png'],
  ['Informe ½ de año.pdf', 'pdf', 'informe-1-2-de-ano.pdf'],
])('%s', (name, extension, expected) => {
  expect(toUploadName(name, extension)).toBe(expected);
});

test('a name is not endless', () => {
  const name = toUploadName(`${'palabra '.repeat(40)}.jpg`, 'jpg');
  expect(name).toMatch(/^(?:palabra-)+[a-z]+\.jpg$/u);
  expect(name.length).toBeLessThanOrEqual(84);
});

test.each([
  ['a.JPG', 'jpg'],
  ['a.b.pdf', 'pdf'],
  ['sin', ''],
  ['raro.', ''],
])('the extension of %s', (name, extension) => {
  expect(toExtension(name)).toBe(extension);
});

test.each([
  [
    { width: 4032, height: 3024 },
    { width: 2560, height: 1920 },
  ],
  [
    { width: 3024, height: 4032 },
    { width: 1920, height: 2560 },
  ],
  [
    { width: 2560, height: 2560 },
    { width: 2560, height: 2560 },
  ],
  [
    { width: 800, height: 600 },
    { width: 800, height: 600 },
  ],
  [
    { width: 9000, height: 2 },
    { width: 2560, height: 1 },
  ],
])('%o fits as %o', (size, fitted) => {
  expect(fitSize(size)).toEqual(fitted);
});
