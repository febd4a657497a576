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

/** A repository that exists; removing it removes the folder. */
export function createRepositoryAt(path: string): TemporaryRepository {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('git', [...identity, ...args], {
      cwd: path,
      env: environment,
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout.replace(/\n$/, '');
  };
  const write = async (files: Record<string, string>): Promise<void> => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
  };
  const commit = async (message: string, files: Record<string, string>): Promise<string> => {
    await write(files);
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 5 });
  return { path, git, write, commit, remove, [Symbol.asyncDispose]: remove };
}

/** Makes a repository with a branch main. */
export async function createRepository({
  files = { 'src/content/posts/2024-01-01-hola.mdx': '---\ntitle: Hola\n---\n\nHola.\n' },
  bare = false,
}: TemporaryRepositoryOptions = {}): Promise<TemporaryRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'gaceta-repository-'));
  const work = createRepositoryAt(join(folder, 'work'));
  await mkdir(work.path);
  await work.git('init', '--quiet', '--initial-branch=main');
  await work.git('config', 'user.name', 'Prueba');
  await work.git('config', 'user.email', 'prueba@example.org');
  await work.commit('First', files);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const result = bare ? createRepositoryAt(join(folder, 'bare.git')) : work;
  if (bare) await work.git('clone', '--quiet', '--bare', work.path, result.path);
  return { ...result, remove, [Symbol.asyncDispose]: remove };
}
