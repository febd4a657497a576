import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { toBlobSha } from '../../../src/git/index.ts';
import { answerSchema, type BuildAnswer, type BuildRequest } from '../../../src/publish/build-protocol.ts';

const run = promisify(execFile);
const projectDir = fileURLToPath(new URL('../../../', import.meta.url));

/** A throw-away content repository and the site that is built of it. */
export interface TestSite {
  readonly root: string;
  readonly repository: string;
  /** Folder of the built site. */
  readonly output: string;
  /** File in which a build that content stops leaves its findings. */
  readonly report: string;
  /** Writes files (undefined: deletes one) and commits them to main. */
  commit(files: Readonly<Record<string, string | Buffer | undefined>>): Promise<void>;
  /** Builds main, in one process for all builds of the site. @throws Error that says why it cannot be built */
  build(): Promise<void>;
  /** Back to settings and nothing else. */
  clear(): Promise<void>;
  read(file: string): Promise<string>;
  /** Every published file, relative to the output, in order. */
  list(): Promise<string[]>;
  remove(): Promise<void>;
}

export const settings = `name: Prueba
description: Un sitio de prueba.
url: https://prueba.example.org
language: es-GT
timeZone: America/Guatemala
navigation:
  - label: Artículos
    href: /articulos/
licence:
  name: CC BY 4.0
  href: https://creativecommons.org/licenses/by/4.0/deed.es
accent: "#0b5d7a"
`;

/** Front matter and body of a post that passes the schema. */
export function toPost(values: Readonly<Record<string, string>> = {}, body = 'Hola.'): string {
  const all = {
    title: 'Un artículo',
    image: '/assets/images/posts/foto.jpg',
    description: 'De qué trata.',
    autor: 'Ana López',
    date: '2026-03-04T22:30:00-06:00',
    ...values,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

interface BuildWorker {
  request(request: BuildRequest): Promise<BuildAnswer>;
  end(): void;
}

/** The process in which `npm start` builds, with folders of the test's own. */
function startBuildWorker(folders: Readonly<Record<string, string>>): BuildWorker {
  const child = fork(path.join(projectDir, 'src/publish/build-worker.ts'), {
    cwd: projectDir,
    env: {
      ...process.env,
      ...folders,
      NODE_ENV: 'production',
      VITEST: undefined,
      // Vitest's own, which Vite would take for the build's.
      PROD: undefined,
      DEV: undefined,
      MODE: undefined,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const closed = once(child, 'close').then(([code]) => {
    throw new Error(`The build process ended with code ${String(code)}.`);
  });
  closed.catch(() => undefined);
  return {
    async request(request) {
      const answered = once(child, 'message');
      child.send(request);
      const [answer] = (await Promise.race([answered, closed])) as [unknown];
      return answerSchema.parse(answer);
    },
    end() {
      child.kill();
    },
  };
}

/** A repository with settings and nothing else. */
export async function createSite(): Promise<TestSite> {
  const root = await mkdtemp(path.join(tmpdir(), 'gaceta-site-'));
  const repository = path.join(root, 'content');
  // In the project, where Astro puts what it renders with below the output; elsewhere all builds would share a folder.
  const state = path.join(projectDir, '.gaceta');
  await mkdir(state, { recursive: true });
  const output = await mkdtemp(path.join(state, 'site-'));
  const report = path.join(root, 'findings.json');
  await mkdir(repository);
  const git = (...args: string[]) => run('git', ['-C', repository, ...args]);
  await git('init', '--quiet', '--initial-branch=main');
  await git('config', 'user.name', 'Prueba');
  await git('config', 'user.email', 'prueba@example.org');

  let worker: BuildWorker | undefined;
  const builder = (): BuildWorker =>
    (worker ??= startBuildWorker({
      CONTENT_REPO: repository,
      GACETA_BUILD_DIR: output,
      GACETA_CACHE_DIR: path.join(root, 'cache'),
      GACETA_IMAGES_DIR: path.join(root, 'images'),
    }));

  const site: TestSite = {
    root,
    repository,
    output,
    report,
    async commit(files) {
      for (const [file, content] of Object.entries(files)) {
        const target = path.join(repository, file);
        if (content === undefined) await rm(target);
        else {
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, content);
        }
      }
      await git('add', '--all');
      await git('commit', '--quiet', '--allow-empty', '--message=Contenido');
    },
    async build() {
      const { error } = await builder().request({ commit: 'refs/heads/main', report });
      if (error !== undefined) throw new Error(error);
    },
    async clear() {
      await git('update-ref', '-d', 'refs/heads/main');
      await rm(path.join(repository, 'src'), { recursive: true });
      await site.commit({ 'src/content/site.yml': settings });
    },
    read: (file) => readFile(path.join(output, file), 'utf8'),
    async list() {
      const entries = await readdir(output, { withFileTypes: true, recursive: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)))
        .sort();
    },
    async remove() {
      worker?.end();
      await rm(root, { recursive: true, force: true });
      await rm(output, { recursive: true, force: true });
    },
  };
  await site.commit({ 'src/content/site.yml': settings });
  return site;
}

/** Real posts and images of the first users, where they are at hand; they are no part of the project. */
export const datasetDir = path.join(projectDir, '../shared/dataset');

/** Shas of the published files. */
export async function readBlobShas(site: TestSite): Promise<Set<string>> {
  const files = await site.list();
  return new Set(
    await Promise.all(files.map(async (file) => toBlobSha(await readFile(path.join(site.output, file))))),
  );
}
