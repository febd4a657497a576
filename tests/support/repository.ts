import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A git repository in a folder of its own, gone when disposed of. */
export interface TemporaryRepository extends AsyncDisposable {
  path: string;
  /** Runs git there and answers what it printed, without the last line break. */
  git(...args: string[]): Promise<string>;
  /** Writes files below `path`; folders are made as needed. */
  write(files: Record<string, string>): Promise<void>;
  /** Writes files and commits everything. Not for bare repositories. */
  commit(message: string, files: Record<string, string>): Promise<string>;
  remove(): Promise<void>;
}

export interface TemporaryRepositoryOptions {
  /** Committed on main; at least one, since a repository without commits has no main. */
  files?: Record<string, string>;
  bare?: boolean;
}

const identity = ['-c', 'user.name=Prueba', '-c', 'user.email=prueba@example.org'];

/** What the machine's own configuration says must not change a test. */
const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Makes a repository with a branch main. */
export async function createRepository({
  files = { 'src/content/posts/2024-01-01-hola.mdx': '---\ntitle: Hola\n---\n\nHola.\n' },
  bare = false,
}: TemporaryRepositoryOptions = {}): Promise<TemporaryRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'gaceta-repository-'));
  const work = join(folder, 'work');
  const at = async (cwd: string, args: string[]): Promise<string> => {
    const { stdout } = await run('git', [...identity, ...args], {
      cwd,
      env: environment,
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout.replace(/\n$/, '');
  };
  const write = async (entries: Record<string, string>): Promise<void> => {
    for (const [path, content] of Object.entries(entries)) {
      await mkdir(dirname(join(work, path)), { recursive: true });
      await writeFile(join(work, path), content);
    }
  };
  const commit = async (message: string, entries: Record<string, string>): Promise<string> => {
    await write(entries);
    await at(work, ['add', '--all']);
    await at(work, ['commit', '--quiet', '--allow-empty', '-m', message]);
    return at(work, ['rev-parse', 'HEAD']);
  };
  await mkdir(work);
  await at(work, ['init', '--quiet', '--initial-branch=main']);
  await at(work, ['config', 'user.name', 'Prueba']);
  await at(work, ['config', 'user.email', 'prueba@example.org']);
  await commit('First', files);
  let path = work;
  if (bare) {
    path = join(folder, 'bare.git');
    await at(folder, ['clone', '--quiet', '--bare', work, path]);
  }
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return {
    path,
    git: (...args) => at(path, args),
    write,
    commit,
    remove,
    [Symbol.asyncDispose]: remove,
  };
}
