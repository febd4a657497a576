import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readOrMake } from '../images/kept-file.ts';
import type { Card } from '../site/card.ts';
import { drawCard } from './draw-card.ts';

/** Cards by file name. */
export type Cards = Readonly<Record<string, Card>>;

const text = z.string();

/** What the pages of a build ask for (src/pages/tarjetas/lista.json.ts). */
export const cardsSchema = z.record(
  z.string().regex(/^[0-9a-f]{16}\.jpg$/u),
  z.strictObject({
    title: text,
    kicker: text.optional(),
    description: text.optional(),
    note: text,
    siteName: text,
    accent: text,
  }),
);

export interface PublishResult {
  readonly added: number;
  readonly removed: number;
}

/**
 * Brings the cards of a built site in line with its pages: draws those that are missing, removes those that no
 * page names any more.
 * @param folder of the cards in the built site
 * @param cacheDir folder that keeps them between builds; several processes may share it
 */
export async function publishCards(folder: string, cards: Cards, cacheDir: string): Promise<PublishResult> {
  await mkdir(folder, { recursive: true });
  const present = new Set(await readdir(folder));
  const missing = Object.entries(cards).filter(([name]) => !present.has(name));
  const queue = missing.values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const [name, card] of queue) {
        await writeFile(
          path.join(folder, name),
          await readOrMake(path.join(cacheDir, name), () => drawCard(card)),
        );
      }
    }),
  );
  const stale = [...present].filter((name) => !Object.hasOwn(cards, name));
  await Promise.all(stale.map((name) => rm(path.join(folder, name))));
  return { added: missing.length, removed: stale.length };
}
