import { expect, test } from 'vitest';
import { findNearest } from '../../../src/site/nearest.ts';

const published = [
  '/',
  '/articulos/',
  '/articulos/2026-03-04-como-escribir-un-titular/',
  '/articulos/2026-05-12-como-citar-a-tus-fuentes/',
  '/articulos/a%C3%B1o-nuevo/',
  '/contacto/',
];

test.each([
  ['/contcto', ['/contacto/']],
  ['/Contacto.html', ['/contacto/']],
  ['/articulo/', ['/articulos/']],
  ['/blog/como-escribir-un-titular/', ['/articulos/2026-03-04-como-escribir-un-titular/']],
  ['/articulos/2026-03-04-como-escribr-un-titula', ['/articulos/2026-03-04-como-escribir-un-titular/']],
  ['/articulos/2026-05-12-como-citar', ['/articulos/2026-05-12-como-citar-a-tus-fuentes/']],
  ['/ano-nuevo', ['/articulos/a%C3%B1o-nuevo/']],
  ['/wp-login.php', []],
  ['/x', []],
  ['/%E0%A4%A', []],
  [`/${'a'.repeat(5000)}`, []],
])('%s is like %j', (path, nearest) => {
  expect(findNearest(path, published)).toEqual(nearest);
});

test('at most three', () => {
  const many = ['/nota-1/', '/nota-2/', '/nota-3/', '/nota-4/'];
  expect(findNearest('/nota-0', many)).toEqual(many.slice(0, 3));
});
