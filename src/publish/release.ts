import { constants } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { compressFiles } from './compress.ts';

/** What readers get: one complete build, never changed once it is live. */
export interface Release {
  /** Commit of main that it shows. */
  readonly commit: string;
  /** Digest of the program that built it. */
  readonly program: string;
}

export interface LiveRelease extends Release {
  /** Absolute path of the folder with the files. */
  readonly dir: string;
}

const marker = 'release.json';

/**
 * The release that is live, or undefined before the first one.
 * `releasesDir/current` is a symbolic link that a rename replaces, so any web server may serve it.
 */
export async function currentRelease(releasesDir: string): Promise<LiveRelease | undefined> {
  const current = path.join(releasesDir, 'current');
  let text: string;
  try {
    text = await readFile(path.join(current, marker), 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const { commit, program } = JSON.parse(text) as Partial<Release>;
  if (typeof commit !== 'string' || typeof program !== 'string') return undefined;
  return { commit, program, dir: path.join(current, 'site') };
}

/**
 * Makes the files of `buildDir` live in one step: a new folder (files that did not change are hard links
 * to the previous release), then one rename of the link `current`. A crash before the rename leaves the
 * old site as it was. The previous release stays, for readers who are half-way through a page; older ones go.
 */
export async function createRelease(buildDir: string, releasesDir: string, release: Release): Promise<void> {
  await mkdir(releasesDir, { recursive: true });
  const previous = await currentRelease(releasesDir);
  const before = await readLiveName(releasesDir);
  const dir = await mkdtemp(path.join(releasesDir, 'release-'));
  await copyTree(buildDir, path.join(dir, 'site'), previous?.dir);
  await compressFiles(path.join(dir, 'site'), previous?.dir);
  await writeFile(path.join(dir, marker), JSON.stringify(release));
  const next = path.join(dir, 'next');
  await symlink(path.basename(dir), next, 'junction');
  await rename(next, path.join(releasesDir, 'current'));
  await removeOthers(releasesDir, ['current', path.basename(dir), before]);
}

async function copyTree(from: string, to: string, previous: string | undefined): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const source = path.join(from, entry.name);
      const target = path.join(to, entry.name);
      const before = previous === undefined ? undefined : path.join(previous, entry.name);
      if (entry.isDirectory()) await copyTree(source, target, before);
      else if (entry.isFile()) await copyOrLink(source, target, before);
    }),
  );
}

/** A copy keeps the time of its source, so equal time and size tell that a file did not change since. */
async function copyOrLink(source: string, target: string, before: string | undefined): Promise<void> {
  const { size, mtime, atime } = await stat(source);
  if (before !== undefined) {
    try {
      const old = await stat(before);
      if (old.size === size && Math.abs(old.mtimeMs - mtime.getTime()) < 1) {
        await link(before, target);
        return;
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  await utimes(target, atime, mtime);
}

/** The folder name of the live release. */
async function readLiveName(releasesDir: string): Promise<string | undefined> {
  try {
    return path.basename(await readlink(path.join(releasesDir, 'current')));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Removes older releases, and what a crash left half made. */
async function removeOthers(releasesDir: string, keep: readonly (string | undefined)[]): Promise<void> {
  const names = (await readdir(releasesDir)).filter((name) => !keep.includes(name));
  await Promise.all(names.map((name) => rm(path.join(releasesDir, name), { recursive: true, force: true })));
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
