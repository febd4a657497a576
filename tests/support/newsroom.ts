import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectDir, toStateDir } from '../../src/server/environment.ts';
import { digestProgram } from '../../src/server/program.ts';

const run = promisify(execFile);

/** Runs git in a folder and gives what it printed. */
export async function git(dir: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', dir, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.trim();
}

/** The bytes of a file at a revision, `branch:path`. */
export async function readBlob(dir: string, revision: string): Promise<Buffer> {
  const { stdout } = await run('git', ['-C', dir, 'show', revision], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** The three people of every test. */
const users = [
  { login: 'ana', name: 'Ana Editora', email: 'ana@example.org', role: 'editor' },
  { login: 'beto', name: 'Beto Editor', email: 'beto@example.org', role: 'editor' },
  { login: 'rosa', name: 'Rosa Revisora', email: 'rosa@example.org', role: 'reviewer' },
] as const;

/** Repositories that hold the sample content and nothing else: the same commit, each time. */
const samples = new Set<string>();

/**
 * A temporary git repository with the project's sample content on its checked out branch main.
 * @param fill puts further files into the folder before the one commit
 */
export async function createContentRepository(fill?: (dir: string) => Promise<void>): Promise<string> {
  const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'gaceta-content-')));
  await cp(path.join(projectDir, 'src/content'), path.join(dir, 'src/content'), { recursive: true });
  await cp(path.join(projectDir, 'src/assets'), path.join(dir, 'src/assets'), { recursive: true });
  await fill?.(dir);
  await git(dir, 'init', '--quiet', '--initial-branch=main');
  await git(dir, 'config', 'user.name', 'Gaceta Tests');
  await git(dir, 'config', 'user.email', 'tests@example.org');
  const date = '2026-01-01T12:00:00Z';
  await git(dir, 'add', '--all');
  await run('git', ['-C', dir, 'commit', '--quiet', '--message', 'Start'], {
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
  if (fill === undefined) samples.add(dir);
  return dir;
}

/** Commits everything in the work tree of a test's own repository. */
export async function commitAll(dir: string, message: string): Promise<void> {
  await git(dir, 'add', '--all');
  await git(dir, 'commit', '--quiet', '--message', message);
}

/** A newsroom that runs as `npm start` runs it, on a free port. */
export interface RunningNewsroom {
  readonly origin: string;
  readonly contentRepo: string;
  readonly pid: number;
  /** Everything that it has printed. */
  readonly output: () => string;
  /** Ends the process; `remove` deletes its repository, builds and caches, too. */
  stop(options?: { remove: boolean }): Promise<void>;
}

/**
 * Starts a newsroom on a repository and waits until it says that it is ready. What it builds of the sample content is
 * kept, and given to the next newsroom that begins with it.
 */
export async function startNewsroom(
  contentRepo: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningNewsroom> {
  const stateDir = toStateDir(contentRepo);
  const isNew = samples.delete(contentRepo) && !('GACETA_BACKEND' in env);
  const built = isNew ? await toBuiltDir(contentRepo) : stateDir;
  const isBuilt = existsSync(built);
  if (isNew && isBuilt) await copyState(built, stateDir);
  const newsroom = await spawnNewsroom(contentRepo, env);
  if (isNew && !isBuilt) await copyState(stateDir, built);
  return newsroom;
}

/** Where the state of a newsroom is kept that this program has built from the commit on main. */
async function toBuiltDir(contentRepo: string): Promise<string> {
  const [program, commit] = await Promise.all([
    digestProgram(projectDir, JSON.stringify(null)),
    git(contentRepo, 'rev-parse', 'main'),
  ]);
  return path.join(projectDir, '.gaceta/built', `${program}-${commit.slice(0, 12)}`);
}

/** The copy is whole or not there. Of two at the same time either will do. */
async function copyState(from: string, to: string): Promise<void> {
  const copy = `${to}.${String(process.pid)}`;
  await cp(from, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  try {
    await rename(copy, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    await rm(copy, { recursive: true });
  }
}

async function spawnNewsroom(
  contentRepo: string,
  env: Readonly<Record<string, string>>,
): Promise<RunningNewsroom> {
  const child = spawn(process.execPath, ['src/server/start.ts'], {
    cwd: projectDir,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      CONTENT_REPO: contentRepo,
      GACETA_USERS: JSON.stringify(users),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      output += `${line}\n`;
      const address = /Site: (http:\/\/\S+)\/ /u.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => {
      reject(new Error(`The newsroom ended before it was ready:\n${output}`));
    });
  });
  if (child.pid === undefined) throw new Error('The newsroom has no process id.');
  return {
    origin,
    contentRepo,
    pid: child.pid,
    output: () => output,
    async stop({ remove } = { remove: true }) {
      child.kill('SIGTERM');
      await ended;
      if (remove) await removeRepository(contentRepo);
    },
  };
}

/** Deletes a test's repository and what a newsroom made of it. */
export async function removeRepository(contentRepo: string): Promise<void> {
  await rm(toStateDir(contentRepo), { recursive: true, force: true });
  await rm(contentRepo, { recursive: true, force: true });
}
