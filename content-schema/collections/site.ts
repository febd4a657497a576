import type { z } from 'zod';
import { fileCollection } from '../collection.ts';
import { optional } from '../field.ts';
import {
  color,
  group,
  httpsUrl,
  image,
  language,
  link,
  list,
  listOf,
  select,
  sitePath,
  text,
  timeZone,
} from '../fields/index.ts';

export const site = fileCollection({
  name: 'site',
  label: 'Ajustes del sitio',
  singular: 'ajustes',
  description: 'Nombre, descripción, navegación y colores del sitio.',
  file: 'src/content/site.yml',
  fields: {
    name: text({ label: 'Nombre del sitio', max: 60 }),
    description: text({ label: 'Descripción', max: 300, multiline: true }),
    url: httpsUrl({
      label: 'Dirección del sitio',
      hint: 'Con https://, por ejemplo https://gaceta.example.org.',
    }),
    language: language({ label: 'Idioma', hint: 'Código del idioma y el país, por ejemplo es-GT.' }),
    timeZone: timeZone({ label: 'Zona horaria', hint: 'Por ejemplo America/Guatemala.' }),
    logo: optional(image({ label: 'Logotipo' })),
    navigation: listOf(
      { label: text({ label: 'Nombre', max: 40 }), href: link({ label: 'Dirección' }) },
      { label: 'Navegación', singular: 'enlace', summary: '{{fields.label}}' },
    ),
    footer: optional(
      listOf(
        { label: text({ label: 'Nombre', max: 40 }), href: link({ label: 'Dirección' }) },
        {
          label: 'Enlaces del pie',
          hint: 'Lo que va al final de cada página: ética y correcciones, accesibilidad, privacidad.',
          singular: 'enlace',
          summary: '{{fields.label}}',
        },
      ),
    ),
    social: optional(
      listOf(
        { label: text({ label: 'Red', max: 40 }), href: httpsUrl({ label: 'Dirección' }) },
        { label: 'Redes sociales', singular: 'red', summary: '{{fields.label}}' },
      ),
    ),
    // Not optional: Decap asks for the fields of a group even where the group may be absent.
    licence: group(
      { name: text({ label: 'Nombre', max: 60 }), href: httpsUrl({ label: 'Dirección' }) },
      { label: 'Licencia', hint: 'Con qué licencia se publica el contenido.' },
    ),
    // By default no names: what a page has told of a person cannot be taken back, and the byline signs the article.
    recordPeople: optional(
      select({
        label: 'Historial: quién escribió y quién aprobó',
        hint: 'Cómo se nombra en la página de cambios de cada artículo. Si no eliges, por su función.',
        options: { funcion: 'Por su función: redacción, revisión', nombre: 'Por su nombre' },
      }),
    ),
    recordWithheld: optional(
      list(sitePath({ label: 'Dirección' }), {
        label: 'Historial: sin el texto anterior',
        hint: 'Artículos de los que no se debe ver lo que decían antes, por ejemplo datos de una persona: /articulos/… Se sigue viendo cuándo cambiaron y por qué.',
        singular: 'dirección',
      }),
    ),
    accent: color({ label: 'Color de acento', hint: 'Como #0b5d7a. Se ajusta solo para que se lea bien.' }),
  },
});

export type Site = z.output<typeof site.schema>;
