import { expect, test } from 'vitest';
import { maskMail, splitAtMail, toMailHref } from '../../../src/site/mail.ts';

test.each([
  ['Escribe a ana.lópez@red.org.gt.', ['Escribe a ', 'ana.lópez@red.org.gt', '.']],
  ['a@b.org y c+d@e-f.org', ['', 'a@b.org', ' y ', 'c+d@e-f.org', '']],
  ['En X somos @gaceta', ['En X somos @gaceta']],
  ['nada', ['nada']],
])('%s in parts', (text, parts) => {
  expect(splitAtMail(text)).toEqual(parts);
});

test.each(['/articulos/', 'https://a.org/@b', 'tel:+502', 'mailto:?subject=a'])(
  '%s stays as it is',
  (href) => {
    expect(toMailHref(href)).toBe(href);
  },
);

test('an address in words', () => {
  expect(maskMail('Redacción (hola@red.org)')).toBe('Redacción (hola (arroba) red.org)');
});

test.each([
  ['mailto:a@b.c', 'mailto:%61@%62%2E%63'],
  ['MAILTO:a%40b.c', 'mailto:%61@%62%2E%63'],
  [
    'mailto:a@b.c,d@e.f?subject=Hola%20a&cc=g%40h.ij',
    'mailto:%61@%62%2E%63,%64@%65%2E%66?subject=Hola%20a&cc=%67@%68%2E%69%6A',
  ],
  ['mailto:ñ@b.c', 'mailto:%C3%B1@%62%2E%63'],
  ['mailto:100%@b.c', 'mailto:%31%30%30%25@%62%2E%63'],
])('%s as a link', (address, href) => {
  expect(toMailHref(address)).toBe(href);
  expect(decodeURIComponent(toMailHref(address)).toLowerCase()).toContain('@b.c');
});
