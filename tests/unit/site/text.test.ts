import { describe, expect, test } from 'vitest';
import { toCacheKey } from '../../../src/site/cache-key.ts';
import { formatDate } from '../../../src/site/dates.ts';
import { toIcon } from '../../../src/site/icon.ts';
import { toServiceName } from '../../../src/site/services.ts';
import { formatSize } from '../../../src/site/sizes.ts';
import { isFreePage, toAbsoluteUrl, toPostPath } from '../../../src/site/urls.ts';
import { toPostEntry } from './posts.ts';
import { toSite } from './settings.ts';

const site = toSite();

describe('a date', () => {
  test.each([
    ['2026-03-04T08:30:00-06:00', '4 de marzo de 2026'],
    ['2026-03-05T03:00:00Z', '4 de marzo de 2026'],
    ['2024-12-31T23:59:00-06:00', '31 de diciembre de 2024'],
  ])('%s is the day of the site: %s', (date, expected) => {
    expect(formatDate(date, site)).toBe(expected);
  });
});

test.each([
  [15, '1 kB'],
  [2_400, '2.4 kB'],
  [340_200, '340 kB'],
  [1_230_000, '1.2 MB'],
  [12_300_000, '12 MB'],
])('%i bytes are %s', (bytes, expected) => {
  expect(formatSize(bytes)).toBe(expected);
});

test.each([
  ['https://www.youtube.com/watch?v=1', 'YouTube'],
  ['https://m.facebook.com/x', 'Facebook'],
  ['https://notyoutube.com/', 'notyoutube.com'],
  ['https://www.example.org/', 'example.org'],
])('%s is called %s', (url, expected) => {
  expect(toServiceName(url)).toBe(expected);
});

describe('addresses', () => {
  test('hold any id, encoded', () => {
    expect(toPostPath('2025-02-05-📊-¿qué-pasó')).toBe(
      '/articulos/2025-02-05-%F0%9F%93%8A-%C2%BFqu%C3%A9-pas%C3%B3/',
    );
  });

  test.each(['https://a.org', 'https://a.org/'])('are whole below %s', (siteUrl) => {
    expect(toAbsoluteUrl(siteUrl, '/x/')).toBe('https://a.org/x/');
  });

  test.each(['admin', 'forge', 'articulos', 'autores', '404', 'index', '..'])(
    'of a page «%s» are not free',
    (id) => {
      expect(isFreePage(id)).toBe(false);
    },
  );
});

test('a cache key changes with every entry and address that a page shows', () => {
  const [a, b] = [toPostEntry('a'), toPostEntry('b')];
  const keys = [
    toCacheKey(a),
    toCacheKey(b),
    toCacheKey(a, b),
    toCacheKey(b, a),
    toCacheKey(a, '/x'),
    toCacheKey(a, undefined),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(toCacheKey(a, b)).toBe(toCacheKey(a, b));
});

test.each([
  ['gaceta', '>G<'],
  ['ñandú', '>Ñ<'],
  ['<x', '>&lt;<'],
])('the icon of «%s» is its initial', (name, expected) => {
  expect(toIcon(name, '#ffdd00')).toContain(expected);
});
