import type { Site } from '../../../content-schema/index.ts';

/** The settings of a site, with just enough in them. */
export const toSite = (values: Partial<Site> = {}): Site => ({
  name: 'Gaceta & Co',
  description: 'Noticias.',
  url: 'https://gaceta.example.org',
  language: 'es-GT',
  timeZone: 'America/Guatemala',
  navigation: [],
  licence: { name: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/deed.es' },
  accent: '#0b5d7a',
  ...values,
});
