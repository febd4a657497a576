import type { z } from 'zod';
import { folderCollection } from '../collection.ts';
import { optional } from '../field.ts';
import { body, image, text } from '../fields/index.ts';

export const authors = folderCollection({
  name: 'authors',
  label: 'Autores',
  singular: 'autor',
  folder: 'src/content/authors',
  path: '/autores/',
  slug: '{{slug}}',
  identifier: 'name',
  summary: '{{name}}',
  fields: {
    name: text({ label: 'Nombre', hint: 'Como firma sus artículos.', min: 2, max: 60 }),
    role: optional(text({ label: 'Cargo', max: 100 })),
    image: optional(image({ label: 'Retrato' })),
    body: body({ label: 'Presentación' }),
  },
});

export type Author = z.output<typeof authors.schema>;
