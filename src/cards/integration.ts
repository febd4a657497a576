import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardFolder } from '../site/card.ts';
import { cardsSchema, publishCards } from './publish-cards.ts';

export interface CardsOptions {
  /** Folder that keeps cards between builds; default: Astro's cacheDir. */
  readonly cacheDir?: string | undefined;
}

/**
 * Draws the share cards that the pages of a build name, each once: a build of one new post draws one card.
 * The pages leave a list of them (src/pages/tarjetas/lista.json.ts), which readers do not get.
 */
export function cards({ cacheDir }: CardsOptions = {}): AstroIntegration {
  let cache = '';
  return {
    name: 'gaceta-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = path.join(cacheDir ?? fileURLToPath(config.cacheDir), 'cards');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = path.join(fileURLToPath(dir), cardFolder);
        const list = path.join(folder, 'lista.json');
        const wanted = cardsSchema.parse(JSON.parse(await readFile(list, 'utf8')));
        await rm(list);
        const { added, removed } = await publishCards(folder, wanted, cache);
        logger.info(`${String(added)} files added, ${String(removed)} removed.`);
      },
    },
  };
}
