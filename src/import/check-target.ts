import { existsSync } from 'node:fs';
import path from 'node:path';
import { collections } from '../../content-schema/index.ts';

/** There is nowhere to import into; the message says what to do. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}

/**
 * Makes sure that a folder is the work tree of a content repository: entries are written as files, and git must be
 * able to show and undo that.
 * @throws TargetError
 */
export function checkTarget(into: string): void {
  const has = (name: string): boolean => existsSync(path.join(into, name));
  if (!existsSync(into)) throw new TargetError(`${into} does not exist. Give --into the folder of a clone.`);
  if (!has('.git')) {
    throw new TargetError(
      has('HEAD') && has('objects')
        ? `${into} is a bare repository, which has no files to write. Clone it, import into the clone, commit and push.`
        : `${into} is not the top folder of a git repository. Run git init there, or give --into a clone.`,
    );
  }
  if (!has(collections.site.file)) {
    throw new TargetError(`${into} has no ${collections.site.file}: it is no content repository.`);
  }
}
