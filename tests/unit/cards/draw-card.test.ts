import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawCard, toCardSvg } from '../../../src/cards/draw-card.ts';
import type { Card } from '../../../src/site/card.ts';

const toCard = (values: Partial<Card> = {}): Card => ({
  title: 'Cómo citar a tus fuentes',
  kicker: 'fuentes',
  note: '12 de mayo de 2026',
  siteName: 'Gaceta',
  accent: '#0b5d7a',
  ...values,
});

const longest =
  '«¿Quién paga?»: la Contraloría halló Q1,245,300.50 en compras sin licitación de 14 municipalidades de Huehuetenango, 12 % más';

describe('a card', () => {
  test.each([
    ['of the shortest title', toCard({ title: 'Paz' })],
    ['of the longest title', toCard({ title: longest })],
    ['of one long word', toCard({ title: 'W'.repeat(125) })],
    ['of the site', toCard({ title: 'Gaceta', description: 'Noticias. '.repeat(30), kicker: undefined })],
    ['of nothing that the typeface has', toCard({ title: '🎉🎉🎉', kicker: '日本語' })],
  ])('%s is a JPEG that messengers show large', async (_name, card) => {
    const image = await drawCard(card);
    const { format, width, height, exif, xmp } = await sharp(image).metadata();
    expect({ format, width, height, exif, xmp }).toEqual({ format: 'jpeg', width: 1200, height: 630 });
    expect(image.length).toBeLessThan(100_000);
  });

  test('keeps its margins', async () => {
    const image = await drawCard(toCard({ title: longest }));
    const margin = sharp(image).extract({ left: 1130, top: 30, width: 70, height: 600 }).greyscale();
    expect(Math.min(...(await margin.raw().toBuffer()))).toBeGreaterThan(230);
  });

  test('is the same whenever it is drawn', async () => {
    expect((await drawCard(toCard())).equals(await drawCard(toCard()))).toBe(true);
  });

  test('leaves out whole characters that the typeface lacks, and nothing of others', () => {
    expect(toCardSvg(toCard({ title: 'Ñandú 👩🏽‍💻 y pingüino' }))).toBe(
      toCardSvg(toCard({ title: 'Ñandú y pingüino' })),
    );
    expect(toCardSvg(toCard({ title: 'Łódź' }))).not.toBe(toCardSvg(toCard({ title: 'ód' })));
  });

  test('has text as outlines: no font of the machine has a part in it', () => {
    expect(toCardSvg(toCard())).not.toMatch(/<text|font/u);
  });
});
