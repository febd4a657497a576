import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openRepository, type Repository } from '../git/index.ts';
import { openOriginals, uploadsFolder } from './originals.ts';
import { publishUploads } from './publish-uploads.ts';
import { VariantCache } from './variant-cache.ts';
import { parseVariantName, variantFolder } from './variants.ts';

export interface ImagesOptions {
  /** The git repository with the originals, absolute or relative to the project; default: the project itself. */
  readonly repository?: string | undefined;
  /** The commit that is built; default: the branch main. */
  readonly revision?: string | undefined;
  /** Folder that keeps derived images between builds; default: Astro's cacheDir. Repositories may share it. */
  readonly cacheDir?: string | undefined;
}

const types = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  'anim.webp': 'image/webp',
} as const;

/**
 * Publishes derived sizes of the images that pages name, never an original: at the end of a build as files,
 * in development on demand. By default it reads what the loader reads (CONTENT_REPO, GACETA_REVISION).
 */
export function images({
  repository = process.env['CONTENT_REPO'],
  revision = process.env['GACETA_REVISION'] ?? 'refs/heads/main',
  cacheDir,
}: ImagesOptions = {}): AstroIntegration {
  let directory = '';
  let cache = new VariantCache('');
  return {
    name: 'gaceta-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        directory = path.resolve(fileURLToPath(config.root), repository ?? '.');
        cache = new VariantCache(cacheDir ?? fileURLToPath(config.cacheDir));
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        const files = [...assets.values()].flat().map((url) => fileURLToPath(url));
        const texts = files.filter((file) => /\.(?:html|xml|json)$/u.test(file) && existsSync(file));
        const originals = await openRepository(directory);
        try {
          const uploads = await listUploads(originals, revision);
          const result = await publishUploads({
            output: fileURLToPath(dir),
            texts,
            uploads,
            originals,
            cache,
          });
          await cache.forget();
          for (const { name, error } of result.failed) logger.warn(`${name}: ${String(error)}`);
          logger.info(`${String(result.added)} files added, ${String(result.removed)} removed.`);
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

async function listUploads(repository: Repository, revision: string): Promise<Set<string>> {
  const entries = await repository.listTree(revision, uploadsFolder, { recursive: true });
  return new Set(entries.filter(({ type }) => type === 'blob').map(({ sha }) => sha));
}
