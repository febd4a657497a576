import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collections, serializeEntry, type Values } from '../../../content-schema/index.ts';
import { projectDir } from '../../../src/server/environment.ts';
import { takePhoto } from '../../support/photo.ts';
import { createRepository, type TemporaryRepository } from '../../support/repository.ts';

export const photo = 'src/assets/images/posts/plaza.jpg';

/** The path of a post of these tests. */
export const toPath = (name: string): string => `src/content/posts/2026-02-03-${name}.mdx`;

/** A post in which the copy desk finds nothing, but for what these values bring. */
export const toPost = (values: Values = {}): string =>
  serializeEntry(collections.posts, {
    title: 'El presupuesto se publica cada mes',
    image: '/assets/images/posts/plaza.jpg',
    imageAlt: 'La plaza al mediodía.',
    description: 'Qué se publica y desde cuándo, y a quién le sirve leerlo con calma.',
    autor: 'Redacción',
    date: '2026-02-03T10:00:00-06:00',
    highlight: false,
    tags: ['datos abiertos'],
    body: 'La municipalidad publica el presupuesto cada mes.\n\nLas actas salen los viernes.',
    ...values,
  });

/** Writes a file that is no text. */
export async function writeBytes(git: TemporaryRepository, file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(path.join(git.path, file)), { recursive: true });
  await writeFile(path.join(git.path, file), content);
}

/** A repository with settings, a photo and these files on main, and a checked out branch `cambio`. */
export async function createChange(files: Record<string, string>): Promise<TemporaryRepository> {
  const settings = await readFile(path.join(projectDir, 'src/content/site.yml'), 'utf8');
  const git = await createRepository({ files: { 'src/content/site.yml': settings, ...files } });
  await writeBytes(git, photo, await takePhoto());
  await git.commit('Photo', {});
  await git.git('switch', '--quiet', '--create', 'cambio');
  return git;
}
