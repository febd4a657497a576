import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What shapes the built site, beside the content: a change in any of it asks for a build from scratch. */
const sources = ['astro.config.ts', 'package-lock.json', 'content-schema', 'public', 'src'];

/** Folders of src that no page is made of. */
const apart = [
  'src/content',
  'src/assets',
  'src/admin',
  'src/browser',
  'src/bundle',
  'src/forge',
  'src/revision',
  'src/server',
];

/**
 * A digest of the program that builds the site: 12 hexadecimal digits.
 * @param settings what else shapes the pages, such as the backend that the admin is told
 */
export async function digestProgram(projectDir: string, settings: string): Promise<string> {
  const hash = createHash('sha256').update(settings);
  for (const source of sources) await addPath(hash, projectDir, source);
  return hash.digest('hex').slice(0, 12);
}

async function addPath(hash: ReturnType<typeof createHash>, root: string, name: string): Promise<void> {
  if (apart.includes(name)) return;
  const absolute = path.join(root, name);
  try {
    const content = await readFile(absolute);
    hash.update(`${name}\0${String(content.length)}\0`).update(content);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EISDIR')) throw error;
    for (const child of (await readdir(absolute)).sort())
      await addPath(hash, root, path.posix.join(name, child));
  }
}
