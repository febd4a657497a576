import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PublishError } from './publisher.ts';

export interface BuildOptions {
  /** Folder of the program, where `astro` is installed. */
  readonly projectDir: string;
  readonly contentRepo: string;
  readonly commit: string;
  /** Kept between builds: Astro renders again only what changed. */
  readonly buildDir: string;
  readonly cacheDir: string;
  readonly signal?: AbortSignal;
}

/**
 * Builds the site of one commit of the content repository with `astro build`, in a process of its own.
 * @throws PublishError that lists wrong entries in Spanish, or Error with the end of the build's output.
 */
export async function buildSite(options: BuildOptions): Promise<void> {
  const { projectDir, contentRepo, commit, buildDir, cacheDir, signal } = options;
  await mkdir(cacheDir, { recursive: true });
  const report = path.join(cacheDir, 'findings.json');
  await rm(report, { force: true });
  const astro = path.join(projectDir, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: projectDir,
    env: {
      ...process.env,
      CONTENT_REPO: contentRepo,
      GACETA_REVISION: commit,
      GACETA_BUILD_DIR: buildDir,
      GACETA_CACHE_DIR: cacheDir,
      GACETA_REPORT: report,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal === undefined ? {} : { signal }),
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  const findings = await readFindings(report);
  if (findings.length > 0) throw new PublishError(toSpanishReport(findings));
  throw new Error(
    `astro build ended with code ${String(code)}.\n${output.trim().split('\n').slice(-15).join('\n')}`,
  );
}

/** What the loader found wrong, as it writes it: see content-schema/finding.ts. */
interface Finding {
  readonly location: { readonly file: string; readonly line: number };
  readonly message: string;
  readonly hint: string;
}

async function readFindings(file: string): Promise<readonly Finding[]> {
  try {
    const { findings } = JSON.parse(await readFile(file, 'utf8')) as { findings?: readonly Finding[] };
    return findings ?? [];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function toSpanishReport(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ location, message, hint }) =>
      `- \`${location.file}\`, línea ${String(location.line)}: ${message} ${hint}`,
  );
  return ['El sitio no se publicó: sigue en línea la versión anterior. Hay que corregir:', '', ...lines].join(
    '\n',
  );
}
