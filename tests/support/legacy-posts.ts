import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { Values } from '../../content-schema/index.ts';
import { projectDir } from '../../src/server/environment.ts';

/** The real posts that tests may use where they are there; they are no part of the project. */
export const datasetDir = path.join(projectDir, '../shared/dataset');
export const hasDataset = existsSync(datasetDir);

/** An old post as its file has it: front matter and Markdown, nothing of it checked. */
export interface LegacyPost {
  readonly name: string;
  readonly values: Values;
}

/** The old posts of a folder of the dataset, such as `posts`, `seed` or `history/before`. */
export async function loadLegacyPosts(folder: string): Promise<LegacyPost[]> {
  const dir = path.join(datasetDir, folder);
  const names = (await readdir(dir)).filter((name) => /\.(?:md|txt)$/u.test(name));
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, values: toValues(await readFile(path.join(dir, name), 'utf8')) })),
  );
}

function toValues(source: string): Values {
  const groups = /^---\r?\n(?<yaml>[\s\S]*?)\n---\r?\n?(?<body>[\s\S]*)$/u.exec(source)?.groups;
  if (groups === undefined) throw new Error('An old post has no front matter.');
  return { ...(parse(groups['yaml'] ?? '') as Values), body: groups['body'] ?? '' };
}
