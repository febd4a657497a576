import { expect, test } from 'vitest';
import {
  serializeJsonLd,
  toCollectionPage,
  toOrganization,
  toProfilePage,
  toWebSite,
} from '../../../src/site/structured-data.ts';
import { toSite } from './settings.ts';

const site = toSite({ social: [{ label: 'Mastodon', href: 'https://social.example.org/@gaceta' }] });

test('the front page tells who publishes and how to search', () => {
  expect(
    JSON.parse(serializeJsonLd([toOrganization(site, '/_img/logo.webp'), toWebSite(site)])),
  ).toMatchObject({
    '@graph': [
      {
        '@type': 'NewsMediaOrganization',
        '@id': 'https://gaceta.example.org/#redaccion',
        logo: 'https://gaceta.example.org/_img/logo.webp',
        sameAs: ['https://social.example.org/@gaceta'],
      },
      {
        '@type': 'WebSite',
        publisher: { '@id': 'https://gaceta.example.org/#redaccion' },
        potentialAction: {
          target: { urlTemplate: 'https://gaceta.example.org/buscar/?q={search_term_string}' },
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  });
});

test('the page of an author is a profile', () => {
  const author = { id: 'ana', digest: 'a', data: { name: 'Ana', role: 'Editora', body: '' } };
  expect(toProfilePage(author, site, '/_img/ana.jpg')).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: {
      name: 'Ana',
      jobTitle: 'Editora',
      url: 'https://gaceta.example.org/autores/ana/',
      image: 'https://gaceta.example.org/_img/ana.jpg',
    },
  });
});

test('a list is a collection of the site', () => {
  expect(toCollectionPage('Agua', '/temas/agua/', site)).toMatchObject({
    url: 'https://gaceta.example.org/temas/agua/',
    isPartOf: { '@id': 'https://gaceta.example.org/#sitio' },
  });
});
