import { createHash, randomUUID } from 'node:crypto';
import { glob, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bundle of a browser app, and what it is made of. */
export interface AppBuild {
  readonly projectDir: string;
  /** Where the bundle goes; replaced as a whole. */
  readonly outDir: string;
  /** Globs of the sources, besides the packages that the lock file pins. */
  readonly inputs: readonly string[];
  /** Writes the bundle into a folder. */
  bundle(dir: string): Promise<void>;
}

const digestFile = '.digest';

/**
 * Builds an app unless its output was made from the same sources. The new bundle takes the place of the old one
 * by a rename: there is never half a bundle in `outDir`.
 */
export async function buildOnce(app: AppBuild): Promise<{ dir: string; rebuilt: boolean }> {
  const { outDir } = app;
  const digest = await digestInputs(app);
  if ((await readDigest(outDir)) === digest) return { dir: outDir, rebuilt: false };
  const temporary = `${outDir}.${randomUUID()}`;
  try {
    await app.bundle(temporary);
    await writeFile(join(temporary, digestFile), digest);
    await replaceDir(temporary, outDir);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return { dir: outDir, rebuilt: true };
}

async function digestInputs({ projectDir, inputs }: AppBuild): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob([...inputs], { cwd: projectDir, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  files.push(join(projectDir, 'package-lock.json'));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const content = await readFile(file);
    hash.update(`${file.slice(projectDir.length)}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex');
}

async function readDigest(outDir: string): Promise<string | undefined> {
  try {
    return await readFile(join(outDir, digestFile), 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

async function replaceDir(source: string, target: string): Promise<void> {
  const old = `${source}.old`;
  try {
    await rename(target, old);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  await rename(source, target);
  await rm(old, { recursive: true, force: true });
}
