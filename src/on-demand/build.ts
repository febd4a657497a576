import path from 'node:path';
import mdx from '@astrojs/mdx';
import { getViteConfig } from 'astro/config';
import { build, mergeConfig } from 'vite';
import { buildOnce } from '../bundle/build-once.ts';

/** What the program is made of, besides the packages that the lock file pins. */
const inputs = [
  'content-schema/**/*',
  ...[
    'cards',
    'components',
    'images',
    'layouts',
    'on-demand',
    'render',
    'review',
    'record',
    'site',
    'styles',
  ].map((folder) => `src/${folder}/**/*`),
];

const fileName = 'program.mjs';

/**
 * Compiles program.ts with the layouts and components of the site to a module that Node runs, unless that was done
 * from the same sources.
 * @param outDir below the project, so that its packages are found
 * @returns the absolute path of the module
 */
export async function buildProgram(projectDir: string, outDir: string): Promise<string> {
  await buildOnce({ projectDir, outDir, inputs, bundle: (dir) => bundle(projectDir, dir) });
  return path.join(outDir, fileName);
}

async function bundle(projectDir: string, outDir: string): Promise<void> {
  const toConfig = getViteConfig(
    {},
    { configFile: false, root: projectDir, logLevel: 'error', integrations: [mdx()] },
  );
  const config = await toConfig({ mode: 'production', command: 'build' });
  await build(
    mergeConfig(config, {
      configFile: false,
      root: projectDir,
      mode: 'production',
      publicDir: false,
      logLevel: 'warn',
      build: {
        ssr: 'src/on-demand/program.ts',
        outDir,
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: {
          // Astro's own modules expect each other and not a bundle; without a page, they need nothing of Vite.
          external: [/^astro\//u, /^@astrojs\/mdx\//u],
          output: { entryFileNames: fileName },
        },
      },
    }),
  );
}
