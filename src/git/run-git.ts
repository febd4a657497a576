import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitError } from './git-error.ts';

export interface GitResult {
  stdout: Buffer;
  stderr: string;
  exitCode: number | null;
}

export interface RunOptions {
  input?: string | Buffer;
  env?: Record<string, string>;
  /** Exit codes that are answers, not failures; 0 always is. */
  allowed?: readonly number[];
  signal?: AbortSignal;
}

/** What a surrounding git command (a hook, for example) may have set, and what must not reach ours. */
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|PREFIX)$/.test(name),
  ),
);

function gitEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    ...inherited,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    ...extra,
  };
}

export function spawnGit(
  directory: string,
  args: readonly string[],
  options: Pick<RunOptions, 'env' | 'signal'> = {},
): ChildProcessWithoutNullStreams {
  return spawn('git', args, {
    cwd: directory,
    env: gitEnvironment(options.env),
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

/**
 * Runs one git command and collects its answer.
 * @throws GitError when the exit code is neither 0 nor in `allowed`.
 */
export function runGit(
  directory: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawnGit(directory, args, options);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      const stderr = Buffer.concat(err).toString('utf8');
      if (exitCode === 0 || (exitCode !== null && options.allowed?.includes(exitCode))) {
        resolve({ stdout: Buffer.concat(out), stderr, exitCode });
      } else {
        reject(new GitError(args, exitCode, stderr));
      }
    });
    // git may exit before it has read everything; its exit code says what happened.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}
