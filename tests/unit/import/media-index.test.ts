import { describe, expect, test } from 'vitest';
import { indexMedia } from '../../../src/import/media-index.ts';

const files = [
  '/m/images/src/assets/img/posts/formación.png',
  '/m/images/src/assets/img/posts/foto.jpg',
  '/m/images/public/uploads/foto.jpg',
  '/m/images/public/uploads/con espacio.png',
  '/m/images/public/uploads/DSC_1.JPG',
  '/m/images/public/uploads/caso.png',
  '/m/images/public/uploads/Caso.png',
  '/m/posts/2024/dibujo.png',
  '/m/static/medios/logo.png',
  '/m/otro/logo.png',
].map((file) => file.normalize('NFD'));

const index = indexMedia({
  files,
  hosts: new Set(['old.example.org']),
  config: { collections: [], urls: [], media: [{ publicFolder: 'archivos', folder: 'static/medios' }] },
});

const find = (address: string): string | undefined => index.find(address, '/m/posts/2024')?.normalize('NFC');

describe('finds a file by every form of its path', () => {
  test.each([
    ['/src/assets/img/posts/formación.png', '/m/images/src/assets/img/posts/formación.png'],
    ['/assets/img/posts/formacio\u0301n.png', '/m/images/src/assets/img/posts/formación.png'],
    ['/assets/images/posts/formaci%C3%B3n.png', '/m/images/src/assets/img/posts/formación.png'],
    ['/assets/img/posts/foto.jpg', '/m/images/src/assets/img/posts/foto.jpg'],
    ['/uploads/foto.jpg', '/m/images/public/uploads/foto.jpg'],
    ['/public/uploads/FOTO.JPG', '/m/images/public/uploads/foto.jpg'],
    ['uploads/con%20espacio.png?v=2#x', '/m/images/public/uploads/con espacio.png'],
    ['/uploads/dsc_1.jpg', '/m/images/public/uploads/DSC_1.JPG'],
    ['/uploads/Caso.png', '/m/images/public/uploads/Caso.png'],
    ['/uploads/caso.png', '/m/images/public/uploads/caso.png'],
    ['dibujo.png', '/m/posts/2024/dibujo.png'],
    ['./dibujo.png', '/m/posts/2024/dibujo.png'],
    ['../2024/dibujo.png', '/m/posts/2024/dibujo.png'],
    ['https://www.old.example.org/uploads/foto.jpg', '/m/images/public/uploads/foto.jpg'],
    ['//old.example.org/uploads/foto.jpg', '/m/images/public/uploads/foto.jpg'],
    ['/archivos/logo.png', '/m/static/medios/logo.png'],
    ['/otro/logo.png', '/m/otro/logo.png'],
  ])('%s', (address, file) => {
    expect(find(address)).toBe(file);
  });
});

test.each([
  'https://other.example.org/uploads/foto.jpg',
  'data:image/png;base64,AAAA',
  'mailto:a@example.org',
  '/uploads/nada.png',
  '../../../../etc/passwd',
  '#parte',
  '/%E0%A4%A.png',
  '',
])('finds nothing for %j', (address) => {
  expect(find(address)).toBeUndefined();
});
