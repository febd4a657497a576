import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { cards } from './src/cards/integration.ts';
import { images } from './src/images/integration.ts';
import { record } from './src/record/integration.ts';
import { scriptTexts } from './src/search/script-plugin.ts';
import { newsroom } from './src/server/integration.ts';
import { toServerless } from './src/server/serverless.ts';

// `npm start` builds into a folder of its own, which it keeps between builds; `npm run build` into dist/.
const { GACETA_BUILD_DIR: buildDir, GACETA_CACHE_DIR: cacheDir, GACETA_IMAGES_DIR: imagesDir } = process.env;
const serverless = await toServerless(process.env['GACETA_TARGET']);

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  ...serverless,
  outDir: buildDir ?? './dist',
  cacheDir: cacheDir ?? './.gaceta/cache',
  build: { inlineStylesheets: 'always' },
  experimental: { incrementalBuild: true },
  integrations: [
    mdx(),
    images({ cacheDir: imagesDir }),
    cards({ cacheDir: imagesDir }),
    record(),
    newsroom({ includeAdmin: buildDir === undefined }),
    ...(serverless.integrations ?? []),
  ],
  devToolbar: { enabled: false },
  server: { host: process.env['HOST'] ?? '127.0.0.1', port: Number(process.env['PORT'] ?? 4321) },
  vite: { plugins: [scriptTexts()], build: { emptyOutDir: false } },
});
