import type { z } from 'zod';
import { folderCollection } from '../collection.ts';
import { body, text } from '../fields/index.ts';

export const pages = folderCollection({
  name: 'pages',
  label: 'Páginas',
  singular: 'página',
  folder: 'src/content/pages',
  path: '/',
  slug: '{{slug}}',
  identifier: 'title',
  summary: '{{title}}',
  fields: {
    title: text({ label: 'Título', min: 3, max: 125 }),
    description: text({ label: 'Descripción', max: 500, multiline: true }),
    body: body({ label: 'Texto' }),
  },
});

export type Page = z.output<typeof pages.schema>;
