import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from './usage-error.ts';

/**
 * The folder of the content repository that CONTENT_REPO names, absolute; default: this project.
 * @throws UsageError
 */
export function findContent(): string {
  const projectDir = fileURLToPath(new URL('../../', import.meta.url));
  const given = process.env['CONTENT_REPO'];
  try {
    return realpathSync(given === undefined || given === '' ? projectDir : path.resolve(given));
  } catch (cause) {
    throw new UsageError(
      `CONTENT_REPO is ${String(given)}, which does not exist. Set it to a git repository.`,
      { cause },
    );
  }
}

/** What checks remember of a content repository, beside its builds (src/server/environment.ts). */
export function toCacheDir(contentRepo: string): string {
  const key = createHash('sha256').update(contentRepo).digest('hex').slice(0, 12);
  return fileURLToPath(new URL(`../../.gaceta/${key}/check`, import.meta.url));
}
