import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { answerSchema, type BuildAnswer, type BuildRequest } from './build-protocol.ts';
import { PublishError } from './publisher.ts';

export interface BuilderOptions {
  /** Folder of the program, where `astro` is installed. */
  readonly projectDir: string;
  readonly contentRepo: string;
  /** Kept between builds: Astro renders again only what changed. */
  readonly buildDir: string;
  readonly cacheDir: string;
  /** Derived images, which outlive a change of the program. */
  readonly imagesDir: string;
}

/** Builds the site of one commit after another into one folder. One build at a time. */
export interface Builder {
  /** @throws PublishError that lists wrong entries in Spanish, or Error when the build itself failed. */
  build(commit: string): Promise<void>;
  close(): void;
}

const worker = fileURLToPath(new URL('./build-worker.ts', import.meta.url));

/** Each build leaves some 50 MB behind in Vite's caches; past this the process is replaced. Bytes. */
const memoryLimit = 1_200_000_000;

/** The builder starts its process at once, so that the first publish finds Astro loaded. */
export function createBuilder(options: BuilderOptions): Builder {
  const report = path.join(options.cacheDir, 'findings.json');
  let child: Worker | undefined = startWorker(options);
  return {
    async build(commit) {
      await mkdir(options.cacheDir, { recursive: true });
      await rm(report, { force: true });
      child ??= startWorker(options);
      const { error, memory } = await child.request({ commit, report }).catch((cause: unknown) => {
        child = undefined;
        throw cause;
      });
      if (memory > memoryLimit) {
        child.end();
        child = startWorker(options);
      }
      if (error === undefined) return;
      const findings = await readFindings(report);
      throw findings.length > 0 ? new PublishError(toSpanishReport(findings)) : new Error(error);
    },
    close() {
      child?.end();
      child = undefined;
    },
  };
}

interface Worker {
  request(request: BuildRequest): Promise<BuildAnswer>;
  end(): void;
}

function startWorker({ projectDir, contentRepo, buildDir, cacheDir, imagesDir }: BuilderOptions): Worker {
  const child = fork(worker, {
    cwd: projectDir,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      CONTENT_REPO: contentRepo,
      GACETA_BUILD_DIR: buildDir,
      GACETA_CACHE_DIR: cacheDir,
      GACETA_IMAGES_DIR: imagesDir,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = keepOutput(child);
  return {
    request: (request) =>
      new Promise((resolve, reject) => {
        const onMessage = (message: unknown): void => {
          child.off('close', onClose);
          resolve(answerSchema.parse(message));
        };
        const onClose = (code: number | null): void => {
          child.off('message', onMessage);
          reject(new Error(`The build process ended with code ${String(code)}.\n${output()}`));
        };
        child.once('message', onMessage);
        child.once('close', onClose);
        child.send(request);
      }),
    end() {
      child.kill();
    },
  };
}

/** The last lines that a process printed. */
function keepOutput({ stdout, stderr }: ChildProcess): () => string {
  let output = '';
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-4000);
    });
  }
  return () => output.trim();
}

/** What the loader found wrong, as it writes it: see content-schema/finding.ts. */
const reportSchema = z.object({
  findings: z.array(
    z.object({
      location: z.object({ file: z.string(), line: z.number() }),
      message: z.string(),
      hint: z.string(),
    }),
  ),
});

type Findings = z.output<typeof reportSchema>['findings'];

async function readFindings(file: string): Promise<Findings> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(file, 'utf8'))).findings;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function toSpanishReport(findings: Findings): string {
  const lines = findings.map(
    ({ location, message, hint }) =>
      `- \`${location.file}\`, línea ${String(location.line)}: ${message} ${hint}`,
  );
  return ['El sitio no se publicó: sigue en línea la versión anterior. Hay que corregir:', '', ...lines].join(
    '\n',
  );
}
