import type { z } from 'zod';
import { folderCollection } from '../collection.ts';
import { optional } from '../field.ts';
import {
  body,
  boolean,
  dateTime,
  email,
  image,
  language,
  link,
  list,
  listOf,
  reference,
  select,
  sitePath,
  text,
} from '../fields/index.ts';

export const posts = folderCollection({
  name: 'posts',
  label: 'Artículos',
  singular: 'artículo',
  folder: 'src/content/posts',
  path: '/articulos/',
  // The first ten characters: the form writes dates in the site's time zone, so this is the local day.
  // (Decap's {{year}}-{{month}}-{{day}} is the day in UTC.)
  slug: "{{fields.date | truncate(10, '-')}}-{{slug}}",
  identifier: 'title',
  summary: '{{title}}',
  sortable: ['title', 'date', 'autor'],
  filters: [{ label: 'Destacados', field: 'highlight', value: true }],
  groups: [{ label: 'Por autor', field: 'autor' }],
  fields: {
    title: text({ label: 'Título', hint: 'Di qué pasó, en menos de cien caracteres.', min: 3, max: 125 }),
    image: image({ label: 'Imagen de portada' }),
    imageAlt: optional(
      text({
        label: 'Texto alternativo',
        hint: 'Describe lo que se ve en la portada, para quien no puede verla.',
        max: 500,
      }),
    ),
    imageCaption: optional(
      text({ label: 'Pie de foto', hint: 'Lo que la portada no muestra: dónde, cuándo, quién.', max: 500 }),
    ),
    imageCredit: optional(text({ label: 'Crédito de la foto', hint: 'Quién hizo la imagen.', max: 200 })),
    imageFocus: optional(
      select({
        label: 'Lo importante de la imagen está',
        hint: 'En la portada del sitio y en las listas la imagen se recorta: di qué parte debe quedar.',
        options: {
          centro: 'En el centro',
          arriba: 'Arriba',
          abajo: 'Abajo',
          izquierda: 'A la izquierda',
          derecha: 'A la derecha',
        },
      }),
    ),
    description: text({
      label: 'Descripción',
      hint: 'Una o dos frases que digan más que el título. Se lee en la portada y al compartir.',
      max: 500,
      multiline: true,
    }),
    autor: reference({
      label: 'Autor',
      hint: 'Elige de la lista o escribe otro nombre.',
      collection: 'authors',
      field: 'name',
      min: 2,
      max: 60,
    }),
    correo: optional(email({ label: 'Correo de contacto', hint: 'No se muestra en el sitio.' })),
    date: dateTime({ label: 'Fecha', hint: 'Día y hora de publicación, en la hora del sitio.' }),
    language: optional(
      language({ label: 'Idioma del artículo', hint: 'Solo si no es el del sitio, por ejemplo en.' }),
    ),
    translations: optional(
      listOf(
        {
          language: language({ label: 'Idioma', hint: 'Un código como en o es-GT.' }),
          href: link({ label: 'Dirección' }),
        },
        {
          label: 'Traducciones',
          hint: 'El mismo artículo en otros idiomas, aquí o en otro sitio.',
          singular: 'traducción',
          summary: '{{fields.language}}',
        },
      ),
    ),
    highlight: boolean({ label: 'Destacado en la portada', initial: false }),
    tags: optional(
      list(text({ label: 'Etiqueta', max: 60 }), {
        label: 'Etiquetas',
        hint: 'Temas del artículo, uno por casilla.',
        singular: 'etiqueta',
      }),
    ),
    aliases: optional(
      list(sitePath({ label: 'Dirección' }), {
        label: 'Direcciones anteriores',
        hint: 'Rutas viejas que deben llevar a este artículo, como /blog/titulo-viejo.',
        singular: 'dirección',
      }),
    ),
    corrections: optional(
      listOf(
        {
          date: dateTime({ label: 'Fecha' }),
          text: text({ label: 'Qué se corrigió', max: 1000, multiline: true }),
        },
        {
          label: 'Correcciones',
          hint: 'Lo que se corrigió después de publicar. Se muestra a quien lee.',
          singular: 'corrección',
          summary: '{{fields.text}}',
        },
      ),
    ),
    body: body({ label: 'Texto' }),
  },
});

export type Post = z.output<typeof posts.schema>;
