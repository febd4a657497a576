import { cp, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { buildAdmin } from '../admin/build.ts';
import { openRepository } from '../git/index.ts';
import { prune } from '../publish/index.ts';
import { buildRevision } from '../revision/build.ts';
import { readBackend } from '../site/backend.ts';
import { serveNewsroom } from './dev.ts';
import { projectDir } from './environment.ts';
import { writeHosting } from './hosting.ts';
import { releaseFile } from './published-site.ts';

export interface NewsroomOptions {
  /** Puts the admin and the reviewer's page into the build, for a host of static files; `npm start` serves it from beside the build. */
  readonly includeAdmin: boolean;
}

/** Folders of a build in which other integrations have left just what pages name. */
const derived = ['_img', '_files', 'tarjetas'];

/**
 * Joins the newsroom to Astro. A build that is kept between runs loses what is no longer published; `astro dev`
 * gets the admin and the forge. Every host is told of headers and of old paths.
 */
export function newsroom({ includeAdmin }: NewsroomOptions): AstroIntegration {
  let started = 0;
  let publicDir = '';
  return {
    name: 'gaceta-newsroom',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'dev') {
          updateConfig({ vite: { plugins: [nameModulesAnew()] } });
          return;
        }
        // After Astro's own middleware is in its place, so that ours can go before it.
        const configureServer = (server: ViteDevServer) => (): void => {
          serveNewsroom(server);
        };
        updateConfig({ vite: { plugins: [{ name: 'gaceta-newsroom', enforce: 'post', configureServer }] } });
      },
      'astro:config:done': ({ config }) => {
        publicDir = fileURLToPath(config.publicDir);
      },
      'astro:build:start': () => {
        started = Date.now();
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        const output = fileURLToPath(dir);
        const live = new Set([...assets.values()].flat().map((url) => fileURLToPath(url)));
        for (const name of await listFiles(publicDir)) live.add(path.join(output, name));
        for (const folder of derived) {
          for (const name of await listFiles(path.join(output, folder)))
            live.add(path.join(output, folder, name));
        }
        const removed = await prune(output, live, started);
        if (removed.length > 0)
          logger.info(`Removed ${String(removed.length)} files that are no longer published.`);
        if (includeAdmin) {
          for (const [name, build] of Object.entries({ admin: buildAdmin, revision: buildRevision })) {
            const { dir: app } = await build({ projectDir, outDir: path.join(projectDir, '.gaceta', name) });
            await cp(app, path.join(output, name), { recursive: true });
          }
        }
        await writeFile(path.join(output, releaseFile), JSON.stringify({ commit: await readCommit() }));
        await writeHosting(output, includeAdmin ? readBackend(process.env) : null);
      },
    },
  };
}

/**
 * Gives the modules that render pages other file names in each build. A process that builds one commit after
 * another would otherwise find unchanged ones loaded, with the state of the build before: its moment, its paths.
 */
const nameModulesAnew = (): Plugin => ({
  name: 'gaceta-name-modules-anew',
  applyToEnvironment: ({ name }) => name === 'prerender',
  augmentChunkHash: () => String(Date.now()),
});

/** The commit that is being built: what the loader reads (CONTENT_REPO, GACETA_REVISION). */
async function readCommit(): Promise<string | undefined> {
  const { CONTENT_REPO: contentRepo, GACETA_REVISION: revision } = process.env;
  const repository = await openRepository(path.resolve(projectDir, contentRepo ?? '.'));
  try {
    return await repository.resolve(revision ?? 'refs/heads/main');
  } finally {
    await repository.close();
  }
}

/** Files below a folder, relative to it; none when there is no such folder. */
async function listFiles(dir: string): Promise<string[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
