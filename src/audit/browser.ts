import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumArguments, findChromium } from './chromium.ts';

/** A Chromium of its own, with an empty profile, that a tool reaches by its debugging port. */
export interface DebuggedBrowser {
  readonly port: number;
  close(): Promise<void>;
}

/** @throws Error when the browser ends before it says where it listens */
export async function launchDebugged(): Promise<DebuggedBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'gaceta-audit-'));
  const child = spawn(
    await findChromium(),
    [...chromiumArguments, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const close = async (): Promise<void> => {
    await end(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    return { port: await readPort(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readPort({ stderr }: ChildProcess): Promise<number> {
  if (stderr === null) throw new Error('The output of Chromium cannot be read.');
  const said: string[] = [];
  const lines = createInterface({ input: stderr });
  for await (const line of lines) {
    said.push(line);
    const [, port] = /^DevTools listening on ws:\/\/[^/]*:(\d+)\//u.exec(line) ?? [];
    if (port === undefined) continue;
    // What it says from here on is read away, or the pipe would fill.
    stderr.resume();
    return Number(port);
  }
  throw new Error(`Chromium ended before it listened:\n${said.join('\n')}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  child.kill('SIGKILL');
  await ended;
}
