type ChangeStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';

/** One file that differs between two trees. */
export interface FileChange {
  path: string;
  previousPath?: string;
  status: ChangeStatus;
  mode: string;
  /** The blob after the change; of a removed file, the blob it had. */
  sha: string;
  additions: number;
  deletions: number;
  /** Unified hunks; absent for binary files and for changes without content. */
  patch?: string;
}

const statuses: Record<string, ChangeStatus> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

/**
 * Parses `git diff-tree -z --raw --numstat -p`: records that end with NUL, then the patch.
 * https://git-scm.com/docs/git-diff-tree#_raw_output_format
 */
export function parseDiff(output: Buffer): FileChange[] {
  const fields = output.toString('utf8').split('\0');
  const changes: FileChange[] = [];
  const byPath = new Map<string, FileChange>();
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at] ?? '';
    if (field.startsWith('diff --git ')) {
      addPatches(changes, fields.slice(at).join('\0'));
      break;
    }
    if (field.startsWith(':')) {
      const [, newMode = '', oldSha = '', newSha = '', letter = 'M'] = field.slice(1).split(' ');
      const status = statuses[letter.charAt(0)] ?? 'modified';
      const first = fields[(at += 1)] ?? '';
      const moved = status === 'renamed' || status === 'copied';
      const path = moved ? (fields[(at += 1)] ?? '') : first;
      const change: FileChange = {
        path,
        ...(moved ? { previousPath: first } : {}),
        status,
        mode: newMode,
        sha: status === 'removed' ? oldSha : newSha,
        additions: 0,
        deletions: 0,
      };
      changes.push(change);
      byPath.set(path, change);
      continue;
    }
    const numbers = /^(\d+|-)\t(\d+|-)\t([^]*)$/.exec(field);
    if (!numbers) continue;
    let path = numbers[3] ?? '';
    if (path === '') {
      path = fields[at + 2] ?? '';
      at += 2;
    }
    const change = byPath.get(path);
    if (!change) continue;
    change.additions = Number(numbers[1]) || 0;
    change.deletions = Number(numbers[2]) || 0;
  }
  return changes;
}

/**
 * Gives each change its hunks. The files of a patch come in the order of the records; a change of type (T) is
 * printed as two files.
 */
function addPatches(changes: readonly FileChange[], patch: string): void {
  const files = patch.split(/^(?=diff --git )/m);
  let at = 0;
  for (const change of changes) {
    const file = files[at] ?? '';
    at += change.status === 'changed' ? 2 : 1;
    if (change.status === 'changed') continue;
    const hunks = file.search(/^@@ /m);
    if (hunks >= 0) change.patch = file.slice(hunks).replace(/\n$/, '');
  }
}
