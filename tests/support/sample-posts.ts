import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collections, serializeEntry } from '../../content-schema/index.ts';

const paragraph =
  'La municipalidad publicó el presupuesto del año y las actas de las sesiones en un solo lugar, con los ' +
  'montos por programa y el avance de cada obra, para que cualquier persona pueda leerlos y preguntar. ';

/** A post for measurements: distinct title and date, about 350 words, three headings, no picture of its own. */
export function toSamplePost(index: number): { path: string; content: string } {
  const date = new Date(Date.UTC(2020, 0, 1, 15) + index * 6 * 3_600_000).toISOString();
  const number = String(index).padStart(5, '0');
  return {
    path: `src/content/posts/${date.slice(0, 10)}-nota-${number}.mdx`,
    content: serializeEntry(collections.posts, {
      title: `Nota número ${number} sobre datos abiertos`,
      image: '/assets/images/posts/titulares.jpg',
      imageAlt: 'Bloques de titulares.',
      description: `Descripción de la nota ${number}: qué se publicó y a quién le sirve.`,
      autor: index % 2 === 0 ? 'Ana Lucía Méndez' : 'Redacción',
      date,
      highlight: false,
      tags: ['datos abiertos'],
      body: ['uno', 'dos', 'tres']
        .map((part) => `## Parte ${part}\n\n${paragraph.repeat(3).trim()}`)
        .join('\n\n'),
    }),
  };
}

/** Writes `count` posts for measurements into a content repository's folder. */
export async function writeSamplePosts(dir: string, count: number): Promise<void> {
  await mkdir(path.join(dir, 'src/content/posts'), { recursive: true });
  for (let index = 0; index < count; index++) {
    const post = toSamplePost(index);
    await writeFile(path.join(dir, post.path), post.content);
  }
}
