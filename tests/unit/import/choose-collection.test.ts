import { expect, test } from 'vitest';
import type { Values } from '../../../content-schema/index.ts';
import { chooseCollection, findDecapCollection } from '../../../src/import/choose-collection.ts';
import { parseDecapConfig } from '../../../src/import/decap-config.ts';
import { parseMappings } from '../../../src/import/mappings.ts';

const post: Values = { title: 'T', image: 'i', description: 'd', autor: 'a', date: 'x' };
const withoutDescription: Values = { title: 'T', image: 'i', autor: 'a', date: 'x' };

test.each<[string, string[], Values, string[], string]>([
  ['a post by its keys', ['eventos'], post, [], 'posts'],
  ['a post by its keys although one is missing', ['eventos'], withoutDescription, [], 'posts'],
  ['a post by its keys although one is empty', ['eventos'], { ...post, image: '' }, [], 'posts'],
  ['the collection of the same name', ['pages'], { title: 'T' }, [], 'pages'],
  ['the collection that Decap calls so', ['x', 'authors'], { name: 'T' }, [], 'authors'],
  ['the collection that --map says', ['equipo'], { name: 'T' }, ['equipo=authors'], 'authors'],
  ['none where two keys are missing', ['videos'], { title: 'T', description: 'd', date: 'x' }, [], 'none'],
  ['none for a draft', ['posts'], { ...post, draft: true }, [], 'none'],
  ['none for the settings', ['site'], { name: 'T' }, [], 'none'],
])('%s', (_, folders, values, map, expected) => {
  const choice = chooseCollection(folders, values, parseMappings(map));
  expect('collection' in choice ? choice.collection.name : 'none').toBe(expected);
});

test('says in Spanish which fields are missing', () => {
  const choice = chooseCollection(['videos'], { title: 'T', description: 'd', date: 'x' }, parseMappings([]));
  expect(choice).toEqual({
    reason:
      'Ninguna colección lo recibe. Para ser un artículo le falta: Imagen de portada («image»), Autor («autor»).',
  });
});

const config = parseDecapConfig(
  `media_folder: static/img
public_folder: /img
site_url: https://old.example.org
collections:
  - { name: noticias, folder: src/cms/blogs, media_folder: /medios }
  - { name: ajustes, files: [{ name: uno, file: a.yml }] }
`,
  'config.yml',
);

test('reads collections, media and addresses of a Decap configuration', () => {
  expect(config).toEqual({
    collections: [{ name: 'noticias', folder: 'src/cms/blogs' }],
    media: [
      { publicFolder: 'img', folder: 'static/img' },
      { publicFolder: 'medios', folder: 'medios' },
    ],
    urls: ['https://old.example.org'],
  });
});

test.each([
  ['/somewhere/src/cms/blogs', 'noticias'],
  ['/copy/blogs', 'noticias'],
  ['/copy/otros', undefined],
])('Decap calls the folder %s %s', (folder, name) => {
  expect(findDecapCollection(config, folder)).toBe(name);
});

test.each(['collections: 7', 'a: [', '- a'])(
  'a configuration that is none is refused with its name: %j',
  (text) => {
    expect(() => parseDecapConfig(text, 'config.yml')).toThrow(/config\.yml is no/u);
  },
);
