import { GitError, RefConflictError } from './git-error.ts';
import { runGit } from './run-git.ts';

export interface RefUpdate {
  /** Full name, `refs/heads/…`. */
  ref: string;
  /** Where it must be now; null when it must not exist, undefined when it does not matter. */
  from?: string | null;
  /** Where it shall be; null deletes it. */
  to: string | null;
}

export interface Ref {
  ref: string;
  sha: string;
}

const zeros = '0'.repeat(40);

/**
 * Moves all references or none, each by compare-and-swap, in the order given.
 * https://git-scm.com/docs/git-update-ref
 * @throws RefConflictError when one was not where it had to be, or its name collides with another (`a`, `a/b`).
 */
export async function updateRefs(gitDir: string, updates: readonly RefUpdate[]): Promise<void> {
  if (updates.length === 0) return;
  const lines = updates.map(({ ref, from, to }) => {
    const old = from === undefined ? '' : (from ?? zeros);
    if (to === null) return `delete ${ref}\0${old}\0`;
    return `update ${ref}\0${to}\0${old}\0`;
  });
  const input = ['start\0', ...lines, 'prepare\0', 'commit\0'].join('');
  try {
    await runGit(gitDir, ['update-ref', '-z', '--stdin', '-m', 'gaceta'], { input });
  } catch (error) {
    if (
      error instanceof GitError &&
      /cannot lock ref|unable to resolve|reference already exists/i.test(error.stderr)
    ) {
      throw new RefConflictError(error.stderr.trim(), { cause: error });
    }
    throw error;
  }
}

/** References whose name begins with `prefix`, by name. */
export async function listRefs(gitDir: string, prefix: string): Promise<Ref[]> {
  const { stdout } = await runGit(gitDir, ['for-each-ref', '--format=%(objectname) %(refname)']);
  return stdout
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ sha: line.slice(0, line.indexOf(' ')), ref: line.slice(line.indexOf(' ') + 1) }))
    .filter(({ ref }) => ref.startsWith(prefix));
}

/** Whether git takes `ref` as a full reference name. https://git-scm.com/docs/git-check-ref-format */
export function isRefName(ref: string): boolean {
  return (
    /^refs\/[^/]+\/./.test(ref) &&
    ref.length <= 240 &&
    !/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$/.test(ref) &&
    ref.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
  );
}
