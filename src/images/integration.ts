import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openRepository } from '../git/index.ts';
import { openOriginals } from './originals.ts';
import { publishVariants } from './publish-variants.ts';
import { VariantCache } from './variant-cache.ts';
import { parseVariantName, variantFolder } from './variants.ts';

export interface ImagesOptions {
  /** The git repository that holds the originals; default: CONTENT_REPO, else the project. */
  readonly repository?: string;
}

const types = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;

/**
 * Publishes derived sizes of the images that pages name, never an original: at the end of a build as files,
 * in development on demand.
 */
export function images({ repository = process.env['CONTENT_REPO'] }: ImagesOptions = {}): AstroIntegration {
  let directory = '';
  let cache = new VariantCache('');
  return {
    name: 'gaceta-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        directory = path.resolve(fileURLToPath(config.root), repository ?? '.');
        cache = new VariantCache(fileURLToPath(config.cacheDir));
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        const files = [...assets.values()].flat().map((url) => fileURLToPath(url));
        const texts = files.filter((file) => /\.(?:html|xml|json)$/u.test(file) && existsSync(file));
        const originals = await openRepository(directory);
        try {
          const { added, removed, failed } = await publishVariants(
            fileURLToPath(dir),
            texts,
            cache,
            originals,
          );
          for (const { name, error } of failed) logger.warn(`${name}: ${String(error)}`);
          logger.info(`${String(added)} derived images added, ${String(removed)} removed.`);
        } finally {
          await originals.close();
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        const originals = openOriginals(directory);
        server.httpServer?.once('close', () => void originals.close());
        server.middlewares.use((request, response, next) => {
          const [address = ''] = (request.url ?? '').split('?');
          const name = address.startsWith(variantFolder) ? address.slice(variantFolder.length) : '';
          const variant = parseVariantName(name);
          if (variant === undefined) {
            next();
            return;
          }
          cache.get(name, originals).then(
            (content) => response.setHeader('Content-Type', types[variant.format]).end(content),
            (error: unknown) => {
              logger.warn(String(error));
              next();
            },
          );
        });
      },
    },
  };
}
