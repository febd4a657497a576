import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardFolder } from '../site/card.ts';
import { drawCard } from './draw-card.ts';
import { cardsSchema, publishCards } from './publish-cards.ts';

const listName = 'lista.json';

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
        const list = path.join(folder, listName);
        const wanted = cardsSchema.parse(JSON.parse(await readFile(list, 'utf8')));
        await rm(list);
        const { added, removed } = await publishCards(folder, wanted, cache);
        logger.info(`${String(added)} files added, ${String(removed)} removed.`);
      },
      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use((request, response, next) => {
          const name = request.url?.startsWith(cardFolder) ? request.url.slice(cardFolder.length) : '';
          const address = server.httpServer?.address();
          if (!name.endsWith('.jpg') || typeof address !== 'object' || address === null) {
            next();
            return;
          }
          const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
          drawNamed(name, `http://${host}:${String(address.port)}${cardFolder}${listName}`).then(
            (content) => response.setHeader('Content-Type', 'image/jpeg').end(content),
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

/** The card of a name, in development. @throws Error when no page names it */
async function drawNamed(name: string, list: string): Promise<Buffer> {
  const card = cardsSchema.parse(await (await fetch(list)).json())[name];
  if (card === undefined) throw new Error(`No page has the card ${name}.`);
  return drawCard(card);
}
