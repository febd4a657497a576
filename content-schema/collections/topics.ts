import type { z } from 'zod';
import { folderCollection } from '../collection.ts';
import { text } from '../fields/index.ts';

/** What a tag of posts is about. A tag needs no entry here: without one its page has no description. */
export const topics = folderCollection({
  name: 'topics',
  label: 'Temas',
  singular: 'tema',
  description: 'Descripción de las etiquetas. El nombre es el de la etiqueta.',
  folder: 'src/content/topics',
  path: '/temas/',
  slug: '{{slug}}',
  identifier: 'name',
  summary: '{{name}}',
  fields: {
    name: text({ label: 'Nombre', hint: 'Igual que la etiqueta de los artículos.', max: 60 }),
    description: text({
      label: 'Descripción',
      hint: 'Una o dos frases: qué encuentra aquí quien lee.',
      max: 500,
      multiline: true,
    }),
  },
});

export type TopicText = z.output<typeof topics.schema>;
