import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardsSchema, publishCards } from '../../../src/cards/publish-cards.ts';
import { type Card, toCardName } from '../../../src/site/card.ts';

let root: string;
let folder: string;
let cache: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'gaceta-cards-'));
  folder = path.join(root, 'tarjetas');
  cache = path.join(root, 'cache');
});

afterEach(() => rm(root, { recursive: true }));

const toCards = (...titles: string[]): Record<string, Card> => {
  const cards = titles.map((title) => ({ title, note: 'Hoy', siteName: 'Gaceta', accent: '#0b5d7a' }));
  return cardsSchema.parse(Object.fromEntries(cards.map((card) => [toCardName(card), card])));
};

test('cards are drawn once, and removed when nothing names them', async () => {
  const both = toCards('Uno', 'Dos');
  expect(await publishCards(folder, both, cache)).toEqual({ added: 2, removed: 0 });
  expect((await readdir(folder)).sort()).toEqual(Object.keys(both).sort());
  expect(await publishCards(folder, toCards('Uno'), cache)).toEqual({ added: 0, removed: 1 });
  expect(await readdir(folder)).toEqual(Object.keys(toCards('Uno')));
});

test('a site that is built anew takes its cards from those of builds before', async () => {
  const [name = ''] = Object.keys(toCards('Uno'));
  await publishCards(folder, toCards('Uno'), cache);
  await rm(folder, { recursive: true });
  await writeFile(path.join(cache, name), 'drawn before');
  await publishCards(folder, toCards('Uno'), cache);
  expect((await stat(path.join(folder, name))).size).toBe('drawn before'.length);
});

test('nothing but the name of a card names a file', () => {
  const [card] = Object.values(toCards('Uno'));
  expect(cardsSchema.safeParse({ '../fuera.jpg': card }).success).toBe(false);
});
