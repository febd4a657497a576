import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Failure, judgeNone, type Outcome } from '../outcome.ts';

const run = promisify(execFile);
const projectDir = fileURLToPath(new URL('../../../', import.meta.url));

/** Digests of the files of a folder, by their names. */
export type Digests = ReadonlyMap<string, string>;

/**
 * Builds the site twice from nothing (no cache of pages, none of images) with the network off, and compares.
 * The editors' app is not built.
 */
export async function checkBuild(): Promise<Outcome[]> {
  // In the project, where Astro puts what it renders with beside the output.
  const state = path.join(projectDir, '.gaceta');
  await mkdir(state, { recursive: true });
  const dir = await mkdtemp(path.join(state, 'audit-'));
  try {
    const first = await build(path.join(dir, 'first'));
    const second = await build(path.join(dir, 'second'));
    return judgeBuilds(first, second);
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const message = `The build failed with the network off: ${(stderr + stdout).slice(-2000) || String(error)}`;
    return [judgeNone(bar, 2, [{ where: 'build', message }])];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const bar = 'Two builds, network off: files that differ';

export function judgeBuilds(first: Digests, second: Digests): Outcome[] {
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  const failures: Failure[] = names
    .filter((name) => first.get(name) !== second.get(name))
    .map((name) => ({
      where: `/${name}`,
      message: first.has(name) && second.has(name) ? 'It differs.' : 'Only one of the builds has it.',
    }));
  return [judgeNone(bar, names.length, failures)];
}

async function build(dir: string): Promise<Digests> {
  const output = path.join(dir, 'site');
  const astro = path.join(projectDir, 'node_modules/astro/bin/astro.mjs');
  const noNetwork = new URL('../no-network.mjs', import.meta.url).href;
  await run(process.execPath, [astro, 'build'], {
    cwd: projectDir,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      GACETA_BUILD_DIR: output,
      GACETA_CACHE_DIR: path.join(dir, 'cache'),
      GACETA_IMAGES_DIR: path.join(dir, 'images'),
      NODE_OPTIONS: `--import=${noNetwork}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
  });
  return digest(output);
}

async function digest(dir: string): Promise<Digests> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => {
        const content = await readFile(path.join(dir, file));
        return [file, createHash('sha256').update(content).digest('hex')];
      }),
    ),
  );
}
