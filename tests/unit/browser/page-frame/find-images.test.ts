import { expect, test } from 'vitest';
import { findDocuments, findImages } from '../../../../src/browser/page-frame/find-images.ts';

test('finds the files of the library in fields, lists and the body, each once, as the site names them', () => {
  const values = {
    image: '/assets/images/posts/portada.jpg',
    links: [{ image: '/assets/images/posts/logo.PNG' }, null, 3],
    body: [
      '![una](/assets/images/posts/el%20mercado.jpg) ![otra](</assets/images/posts/el mercado.jpg>)',
      '<Figure image="/assets/images/posts/mapa.min.webp" alt="" />',
      '[informe](/assets/images/posts/informe.pdf) ![fuera](https://example.org/a.jpg)',
    ].join('\n'),
  };
  expect(findImages(values)).toEqual([
    '/assets/images/posts/portada.jpg',
    '/assets/images/posts/logo.PNG',
    '/assets/images/posts/el mercado.jpg',
    '/assets/images/posts/mapa.min.webp',
  ]);
  expect(findDocuments(values)).toEqual(['/assets/images/posts/informe.pdf']);
});
