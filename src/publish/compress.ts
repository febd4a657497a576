import { link, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const texts = /\.(?:css|html|js|json|svg|xml)$/u;

/** Bytes: below it a reader waits as long for either. */
const smallest = 1000;

/**
 * The best compression takes some 50 ms a page and saves 8 % more than the next sensible one at 5 ms: it is for
 * what one edit changes, not for a site that is published as a whole.
 */
const fewFiles = 64;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Puts `.br` and `.gz` beside the texts of a folder, for servers that look for them. A file that is the very
 * same as in the release before (a hard link) shares its compressed ones, too.
 * @param previous the folder of the release before
 */
export async function compressFiles(dir: string, previous: string | undefined): Promise<void> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && texts.test(entry.name))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  const changed: string[] = [];
  await Promise.all(
    files.map(async (file) => {
      const isShared = previous !== undefined && (await linkCompressed(dir, previous, file));
      if (!isShared) changed.push(file);
    }),
  );
  const quality = changed.length <= fewFiles ? constants.BROTLI_MAX_QUALITY : 6;
  // In turn, so that a large site is not in memory as a whole.
  for (const file of changed) await compress(path.join(dir, file), quality);
}

async function linkCompressed(dir: string, previous: string, file: string): Promise<boolean> {
  try {
    const [one, other] = await Promise.all([stat(path.join(dir, file)), stat(path.join(previous, file))]);
    if (one.ino !== other.ino || one.dev !== other.dev) return false;
    if (one.size < smallest) return true;
    for (const ending of ['.br', '.gz']) {
      await link(path.join(previous, file + ending), path.join(dir, file + ending));
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return false;
    }
    throw error;
  }
}

async function compress(file: string, quality: number): Promise<void> {
  const content = await readFile(file);
  if (content.length < smallest) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([toBrotli(content, { params }), toGzip(content, { level: 9 })]);
  await Promise.all([replace(`${file}.br`, br), replace(`${file}.gz`, gz)]);
}

/** Writes a file anew: never into one that the release before shares. */
async function replace(file: string, content: Buffer): Promise<void> {
  await rm(file, { force: true });
  await writeFile(file, content);
}
