import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitError } from './git-error.ts';
import { spawnGit } from './run-git.ts';

type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export interface ObjectInfo {
  sha: string;
  type: ObjectType;
  size: number;
}

export interface GitObject extends ObjectInfo {
  content: Buffer;
}

interface Waiting {
  withContent: boolean;
  resolve: (object: GitObject | undefined) => void;
  reject: (error: Error) => void;
}

const objectTypes: readonly string[] = ['blob', 'tree', 'commit', 'tag'];
const nothing = Buffer.alloc(0);

/**
 * Reads objects through one long-lived `git cat-file --batch-command` process: questions are pipelined, the
 * answers come in order. The process starts with the first question and again if it ever dies. Names may be
 * anything git can resolve (`refs/heads/main`, `main:src`, a sha), so this also resolves references without
 * a process of its own. https://git-scm.com/docs/git-cat-file#_batch_output
 */
export class ObjectReader {
  readonly #gitDir: string;
  #child: ChildProcessWithoutNullStreams | undefined;
  #waiting: Waiting[] = [];
  #next = 0;
  #chunks: Buffer[] = [];
  #buffered = 0;
  #needed = 1;
  #closed = false;

  constructor(gitDir: string) {
    this.#gitDir = gitDir;
  }

  /** Type and size of what `name` means, or undefined when it means nothing. */
  info(name: string): Promise<ObjectInfo | undefined> {
    return this.#ask('info', name);
  }

  /** The object that `name` means with its content, or undefined when it means nothing. */
  read(name: string): Promise<GitObject | undefined> {
    return this.#ask('contents', name);
  }

  close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('close', () => {
        resolve();
      });
      child.stdin.end();
    });
  }

  #ask(command: 'info' | 'contents', name: string): Promise<GitObject | undefined> {
    // One question is one line, and git gives up altogether at a relative path or a branch without upstream.
    if (name === '' || /[\n\0]|:\.{1,2}\/|@\{/.test(name)) return Promise.resolve(undefined);
    if (this.#closed) return Promise.reject(new Error('The repository is closed.'));
    return new Promise((resolve, reject) => {
      const child = (this.#child ??= this.#start());
      this.#waiting.push({ withContent: command === 'contents', resolve, reject });
      child.stdin.write(`${command} ${name}\n`);
    });
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawnGit(this.#gitDir, ['cat-file', '--batch-command']);
    const stderr: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#buffered += chunk.length;
      if (this.#buffered >= this.#needed) this.#drain();
    });
    const fail = (exitCode: number | null): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      const error = new GitError(['cat-file'], exitCode, Buffer.concat(stderr).toString('utf8'));
      const waiting = this.#waiting.slice(this.#next);
      this.#waiting = [];
      this.#next = 0;
      this.#chunks = [];
      this.#buffered = 0;
      this.#needed = 1;
      for (const one of waiting) one.reject(error);
    };
    child.on('error', () => {
      fail(null);
    });
    child.on('close', fail);
    return child;
  }

  #drain(): void {
    const buffer = this.#chunks.length === 1 ? (this.#chunks[0] ?? nothing) : Buffer.concat(this.#chunks);
    let offset = 0;
    this.#needed = 1;
    for (;;) {
      const waiting = this.#waiting[this.#next];
      const lineEnd = buffer.indexOf(10, offset);
      if (!waiting || lineEnd < 0) {
        this.#needed = buffer.length - offset + 1;
        break;
      }
      const header = buffer.toString('utf8', offset, lineEnd);
      const [sha = '', type = '', size = ''] = header.split(' ').slice(-3);
      const found = objectTypes.includes(type) && /^[0-9a-f]{40,64}$/.test(sha) && /^\d+$/.test(size);
      if (!found) {
        offset = lineEnd + 1;
        this.#settle(waiting, undefined);
        continue;
      }
      const info: ObjectInfo = { sha, type: type as ObjectType, size: Number(size) };
      if (!waiting.withContent) {
        offset = lineEnd + 1;
        this.#settle(waiting, { ...info, content: nothing });
        continue;
      }
      const end = lineEnd + 1 + info.size;
      if (buffer.length < end + 1) {
        this.#needed = end + 1 - offset;
        break;
      }
      const content = Buffer.from(buffer.subarray(lineEnd + 1, end));
      offset = end + 1;
      this.#settle(waiting, { ...info, content });
    }
    const rest = buffer.subarray(offset);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#buffered = rest.length;
  }

  #settle(waiting: Waiting, object: GitObject | undefined): void {
    this.#next += 1;
    if (this.#next > 1024) {
      this.#waiting = this.#waiting.slice(this.#next);
      this.#next = 0;
    }
    waiting.resolve(object);
  }
}
