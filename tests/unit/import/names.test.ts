import { describe, expect, test } from 'vitest';
import { toEntryName, toSlug, toUploadName, withoutDay } from '../../../src/import/names.ts';

describe('slugs', () => {
  test.each([
    ['Formación: ¡únete al año!', 'formacion-unete-al-ano'],
    ['🚀 Desafío 📊 local', 'desafio-local'],
    ['Pingüino — «cita» … 50 %', 'pinguino-cita-50'],
    ['Espacio\u00A0duro y\u200Bcero', 'espacio-duro-ycero'],
    ['Straße Łódź œuvre ½', 'strasse-lodz-oeuvre-1-2'],
    ['Formacio\u0301n descompuesta', 'formacion-descompuesta'],
    ['---', ''],
    ['📊', ''],
  ])('%j is %j', (text, slug) => {
    expect(toSlug(text, 80)).toBe(slug);
  });

  test('are cut between words, and within one that is too long by itself', () => {
    expect(toSlug('uno dos tres', 7)).toBe('uno-dos');
    expect(toSlug('uno dos tres', 9)).toBe('uno-dos');
    expect(toSlug('abcdefghij', 4)).toBe('abcd');
  });
});

describe('names of entries', () => {
  test('have the day before the title', () => {
    expect(toEntryName('Hola', '2024-07-12', 'x')).toBe('2024-07-12-hola');
    expect(toEntryName('Hola', undefined, 'x')).toBe('hola');
  });

  test('are at most 80 characters long, number included', () => {
    const long = 'palabra '.repeat(30);
    expect(toEntryName(long, '2024-07-12', 'x').length).toBeLessThanOrEqual(80);
    expect(toEntryName(long, '2024-07-12', 'x', 12)).toMatch(/^2024-07-12-[a-z-]+-12$/u);
    expect(toEntryName(long, '2024-07-12', 'x', 12).length).toBeLessThanOrEqual(80);
  });

  test('fall back to the old file name, and then to a word', () => {
    expect(toEntryName('🚀', '2024-07-12', 'Año nuevo')).toBe('2024-07-12-ano-nuevo');
    expect(toEntryName('🚀', undefined, '🚀')).toBe('entrada');
  });
});

test.each([
  ['2023-02-07-proceso-de-formación', 'proceso-de-formación'],
  ['2023-02-07_nota', 'nota'],
  ['nota', 'nota'],
  ['2023-02-07', '2023-02-07'],
  ['2023-elecciones', '2023-elecciones'],
])('%j without its day is %j', (name, rest) => {
  expect(withoutDay(name)).toBe(rest);
});

test.each([
  ['Foto Ñandú (1).JPEG', 'foto-nandu-1', 'jpg'],
  ['whatsapp-image-2024-05-22-at-02.11.04.jpeg', 'whatsapp-image-2024-05-22-at-02-11-04', 'jpg'],
  ['captura a la s 7.15.13 p. m..png', 'captura-a-la-s-7-15-13-p-m', 'png'],
  ['IMG_1.HEIC', 'img-1', 'jpg'],
  ['informe.PDF', 'informe', 'pdf'],
  ['📷.png', 'archivo', 'png'],
  ['sin-extension', 'sin-extension', ''],
])('an uploaded %j is %j and %j', (file, stem, extension) => {
  expect(toUploadName(file)).toEqual({ stem, extension });
});
