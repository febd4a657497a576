import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { makeRecords } from './make-records.ts';

/**
 * Draws the record of every post from git before the pages are built, which find it in a folder of Astro's cacheDir: what a
 * build has made, the next one has. In development it is drawn once, at the start.
 */
export function record(): AstroIntegration {
  let dir = '';
  let root = '';
  const draw = async (logger: { info(text: string): void; warn(text: string): void }): Promise<void> => {
    const { CONTENT_REPO: repository = '.', GACETA_REVISION: revision = 'refs/heads/main' } = process.env;
    const { records, made, isShallow } = await makeRecords({
      repository: path.resolve(root, repository),
      revision,
      dir,
      now: Date.now(),
    });
    if (isShallow)
      logger.warn(
        'The clone of the content is shallow: there are no history pages. Fetch all of it (actions/checkout: fetch-depth: 0; Vercel: VERCEL_DEEP_CLONE=true).',
      );
    else
      logger.info(`${String(records)} posts have changed since they were published, ${String(made)} drawn.`);
  };
  return {
    name: 'gaceta-record',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        root = fileURLToPath(config.root);
        dir = path.join(fileURLToPath(config.cacheDir), 'record');
        updateConfig({ vite: { plugins: [tellFolder(dir)] } });
      },
      'astro:server:setup': async ({ logger }) => {
        await draw(logger);
      },
      'astro:build:start': async ({ logger }) => {
        await draw(logger);
      },
    },
  };
}

const moduleName = 'gaceta:record';

/** `import { recordDir } from 'gaceta:record'`: pages are bundled, and know neither options nor the folder of the project. */
const tellFolder = (dir: string): Plugin => ({
  name: 'gaceta-record',
  resolveId: (id) => (id === moduleName ? `\0${moduleName}` : null),
  load: (id) => (id === `\0${moduleName}` ? `export const recordDir = ${JSON.stringify(dir)};` : null),
});
