import { GitError } from './git-error.ts';
import { runGit, spawnGit } from './run-git.ts';

/** A file that a step of main changed; `before` and `after` are blobs. */
export interface StepChange {
  readonly path: string;
  /** Where a renamed file was. */
  readonly previousPath?: string;
  /** Absent for a new file. */
  readonly before?: string;
  /** Absent for a file that is gone. */
  readonly after?: string;
}

/** What one commit did to main: of a merge, all that it brought. */
export interface MainStep {
  readonly sha: string;
  readonly parents: readonly string[];
  /** When it was committed, milliseconds. */
  readonly time: number;
  /** Name of its author: of a merge, who merged. */
  readonly author: string;
  readonly message: string;
  readonly changes: readonly StepChange[];
}

/** Who wrote a commit, and where it stands. */
export interface CommitAuthor {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly message: string;
}

const fields = ['%H', '%P', '%ct', '%aN', '%B'].join('%x02');

/**
 * What the file trees of main went through, commit by commit along its first parents: every state that readers may
 * have seen, each once, newest first. Renames are found. One walk for all files.
 * @param since a commit before which all is known
 * @param folder with a final slash: changes elsewhere are left out
 */
export async function readMainSteps(gitDir: string, tip: string, range: StepRange): Promise<MainStep[]> {
  const middle = range.since === undefined ? await findMiddle(gitDir, tip) : undefined;
  if (middle === undefined) return readSteps(gitDir, tip, range);
  const halves = [readSteps(gitDir, tip, { ...range, since: middle }), readSteps(gitDir, middle, range)];
  return (await Promise.all(halves)).flat();
}

interface StepRange {
  readonly since?: string | undefined;
  readonly folder: string;
}

/** From so many commits on two processes are worth it: comparing large folders takes most of the time. */
const longHistory = 4000;

async function findMiddle(gitDir: string, tip: string): Promise<string | undefined> {
  const { stdout } = await runGit(gitDir, ['rev-list', '--first-parent', tip]);
  const shas = stdout.toString('latin1').split('\n').filter(Boolean);
  // Folders grow: later commits take longer.
  return shas.length < longHistory ? undefined : shas[Math.floor(shas.length * 0.3)];
}

async function readSteps(gitDir: string, tip: string, { since, folder }: StepRange): Promise<MainStep[]> {
  const args = ['log', '-z', '--first-parent', '-m', '--raw', '--no-abbrev', '-M', '-l2000'];
  const steps: { step: Omit<MainStep, 'changes'>; changes: StepChange[] }[] = [];
  let raw: string[] | undefined;
  await readFields(gitDir, [...args, `--format=%x01${fields}`, ...toRange(tip, since)], (field) => {
    if (raw === undefined && field.startsWith('\u0001')) {
      const [sha = '', parents = '', time = '', author = '', ...message] = field.slice(1).split('\u0002');
      const step = { sha, parents: toList(parents), time: Number(time) * 1000, author };
      steps.push({ step: { ...step, message: message.join('\u0002').trim() }, changes: [] });
      return;
    }
    if (raw === undefined) {
      if (field.startsWith(':')) raw = [field];
      return;
    }
    raw.push(field);
    const change = toChange(raw);
    if (change === undefined) return;
    raw = undefined;
    if (change.path.startsWith(folder) || change.previousPath?.startsWith(folder) === true)
      steps.at(-1)?.changes.push(change);
  });
  return steps.map(({ step, changes }) => ({ ...step, changes }));
}

/** Authors of all commits that `tip` has, those of branches, too, newest first. @param since as above */
export async function readAuthors(gitDir: string, tip: string, since?: string): Promise<CommitAuthor[]> {
  const commits: CommitAuthor[] = [];
  const format = '--format=%H%x02%P%x02%aN%x02%B';
  await readFields(gitDir, ['log', '-z', '--topo-order', format, ...toRange(tip, since)], (field) => {
    const [sha = '', parents = '', author = '', ...message] = field.split('\u0002');
    if (sha !== '')
      commits.push({ sha, parents: toList(parents), author, message: message.join('\u0002').trim() });
  });
  return commits;
}

const toRange = (tip: string, since: string | undefined): string[] => [
  tip,
  ...(since === undefined ? [] : [`^${since}`]),
];

const toList = (text: string): string[] => text.split(' ').filter(Boolean);

/** https://git-scm.com/docs/git-diff-tree#_raw_output_format @returns undefined while its paths are not all there */
function toChange([head = '', ...paths]: readonly string[]): StepChange | undefined {
  const [, , before = '', after = '', letter = ''] = head.split(' ');
  const [first = '', second] = paths;
  const moved = /^[RC]/u.test(letter);
  if (moved && second === undefined) return undefined;
  return {
    path: second ?? first,
    ...(letter.startsWith('R') && { previousPath: first }),
    ...(isBlob(before) && { before }),
    ...(isBlob(after) && { after }),
  };
}

const isBlob = (sha: string): boolean => !/^0+$/u.test(sha);

/** Hands on what git prints between NULs. */
async function readFields(
  gitDir: string,
  args: readonly string[],
  onField: (field: string) => void,
): Promise<void> {
  const child = spawnGit(gitDir, ['-c', 'log.showSignature=false', '-c', 'log.showRoot=true', ...args]);
  child.stdin.end();
  const stderr: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  let rest = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout as AsyncIterable<string>) {
    const found = (rest + chunk).split('\0');
    rest = found.pop() ?? '';
    for (const field of found) onField(field.replace(/^\n/u, ''));
  }
  if (rest !== '') onField(rest.replace(/^\n/u, ''));
  const exitCode = await closed;
  if (exitCode !== 0) throw new GitError(args, exitCode, Buffer.concat(stderr).toString('utf8'));
}
