import { describe, expect, test } from 'vitest';
import { toAliases } from '../../../src/site/aliases.ts';
import { toPostEntry } from './posts.ts';

const toPaths = (aliases: string[], taken: string[] = []): string[] =>
  toAliases([toPostEntry('nota', { aliases })], new Set(taken)).map(({ path }) => path);

describe('an alias', () => {
  test.each([
    ['/blog/titulo-viejo', 'blog/titulo-viejo'],
    ['/blog/titulo-viejo/', 'blog/titulo-viejo'],
    ['/blog//dos', 'blog/dos'],
    ['/blog/informaci%C3%B3n', 'blog/información'],
    ['/blog/informacio\u0301n', 'blog/información'],
    ['/blog/100%', 'blog/100%'],
    ['/articulos/vieja', 'articulos/vieja'],
  ])('%s becomes a page at %s', (alias, path) => {
    expect(toPaths([alias])).toEqual([path]);
  });

  test.each([
    '/',
    '/admin',
    '/Admin/index.html',
    '/forge/x',
    '/_img/x',
    '/_files/x',
    '/../../etc/passwd',
    '/a/%2e%2e/b',
  ])('%s is left out: it is not for content to decide', (alias) => {
    expect(toPaths([alias])).toEqual([]);
  });

  test.each(['/rss.xml', '/articulos/', '/404', '/robots.txt', '/articulos/pagina/2/', '/contacto'])(
    '%s never replaces a page of the site',
    (alias) => {
      expect(toPaths([alias], ['/contacto/'])).toEqual([]);
    },
  );

  test('that two posts want leads to the newer one', () => {
    const [newer, older] = [
      toPostEntry('nueva', { aliases: ['/x'] }),
      toPostEntry('vieja', { aliases: ['/x'] }),
    ];
    expect(toAliases([newer, older], new Set())).toEqual([{ path: 'x', post: newer }]);
  });
});
