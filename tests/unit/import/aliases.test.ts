import { describe, expect, test } from 'vitest';
import { collections, toPlainPath } from '../../../content-schema/index.ts';
import { type OldPage, toOldPaths } from '../../../src/import/aliases.ts';
import { MappingError, parseMappings } from '../../../src/import/mappings.ts';

const { posts } = collections;
const page: OldPage = {
  folder: 'blogs',
  name: '2023-02-07-proceso-de-formación',
  extension: 'md',
  stated: [],
};

describe('old addresses', () => {
  test.each<[string, string[], Partial<OldPage>, string[]]>([
    ['of the folder, without the day', [], {}, ['/blogs/proceso-de-formación']],
    ['as --map says for the folder', ['blogs=/noticias'], {}, ['/noticias/proceso-de-formación']],
    ['at the root', ['blogs=/'], {}, ['/proceso-de-formación']],
    ['with the day', ['blogs=/blog/:name'], {}, ['/blog/2023-02-07-proceso-de-formación']],
    ['inside a path', ['blogs=/es/:slug/leer'], {}, ['/es/proceso-de-formación/leer']],
    ['of what moved', ['/blog=/articulos'], {}, ['/blog/proceso-de-formación']],
    ['of the folder before what moved', ['/a=/articulos', 'blogs=/b'], {}, ['/b/proceso-de-formación']],
    ['none, as --map says', ['blogs='], {}, []],
    ['none of a text', [], { extension: 'txt' }, []],
    ['of a text, as --map says', ['blogs=/b'], { extension: 'txt' }, ['/b/proceso-de-formación']],
    ['that the front matter states', ['blogs='], { stated: ['/a/b/', ['/c', 'no', 7]] }, ['/a/b', '/c']],
    ['once each', [], { stated: ['/blogs/proceso-de-formaci%C3%B3n/'] }, ['/blogs/proceso-de-formación']],
    ['with emoji and ¿', [], { name: '2025-01-01-📊-¿qué' }, ['/blogs/📊-¿qué']],
    [
      'encoded where a path cannot hold it',
      [],
      { name: 'a b\u00A0c?#"%' },
      ['/blogs/a%20b%C2%A0c%3F%23%22%25'],
    ],
    ['NFC', [], { name: 'formacio\u0301n' }, ['/blogs/formación']],
  ])('%s', (_, map, change, expected) => {
    const paths = toOldPaths({ ...page, ...change }, posts, parseMappings(map));
    expect(paths).toEqual(expected);
    const { aliases } = posts.schema.shape;
    if (paths.length > 0) expect(aliases.safeParse(paths).success).toBe(true);
  });

  test('lead where the old name says, when the site decodes them', () => {
    const [path = ''] = toOldPaths({ ...page, name: '50% más\u00A0?' }, posts, parseMappings([]));
    expect(toPlainPath(path)).toBe('blogs/50% más\u00A0?');
  });
});

describe('--map', () => {
  test('reads folders, paths and hosts', () => {
    const mappings = parseMappings(['blogs=posts', '/blog/=/articulos/', 'https://www.old.example.org=/']);
    expect([...mappings.collections]).toEqual([['blogs', 'posts']]);
    expect([...mappings.moved]).toEqual([['articulos', '/blog']]);
    expect([...mappings.hosts]).toEqual(['old.example.org']);
  });

  test.each(['blogs', '=posts', 'blogs=nada', 'blogs=site', '/blog=articulos', 'https://old.example.org=/x'])(
    'refuses %s',
    (value) => {
      expect(() => parseMappings([value])).toThrow(MappingError);
    },
  );
});
