import { expect, test } from 'vitest';
import { findUploadPaths } from '../../../src/loader/upload-paths.ts';

const folder = '/assets/images/posts';

test.each([
  ['front matter', `image: ${folder}/a.jpg\n`, [`${folder}/a.jpg`]],
  [
    'Markdown',
    `![x](${folder}/a.PNG "Título") y ![](<${folder}/b c.webp>)`,
    [`${folder}/a.PNG`, `${folder}/b c.webp`],
  ],
  [
    'components',
    `<Figure image="${folder}/a.jpeg" alt="" />\n<Download file="${folder}/i.pdf" />`,
    [`${folder}/a.jpeg`, `${folder}/i.pdf`],
  ],
  ['encoded paths', `![x](${folder}/mercado%20central.jpg)`, [`${folder}/mercado central.jpg`]],
  [
    'several extensions in a name',
    `${folder}/a.png.jpg ${folder}/b.v2.jpg. Fin`,
    [`${folder}/a.png.jpg`, `${folder}/b.v2.jpg`],
  ],
  ['decomposed accents', `${folder}/foto\u0301.jpg`, [`${folder}/fot\u00f3.jpg`]],
  ['a path that is named twice', `${folder}/a.jpg ${folder}/a.jpg`, [`${folder}/a.jpg`]],
  ['broken encoding', `${folder}/100%.jpg`, [`${folder}/100%.jpg`]],
  ['no uploads', 'https://example.org/a.jpg', []],
])('finds the uploads in %s', (_, source, expected) => {
  expect(findUploadPaths(source)).toEqual(expected);
});
