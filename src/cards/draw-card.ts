import sharp from 'sharp';
import { type Card, cardSize } from '../site/card.ts';
import { toReadable } from '../site/colors.ts';
import { toSentenceCase } from '../site/sentence-case.ts';
import { fitText, type Room } from './fit-text.ts';
import { Typeface } from './typeface.ts';

const paper = '#f8f6f1';
const ink = '#1b1a18';
const grey = '#5c5850';
const hairline = '#cfcac0';

/** Pixels. */
const margin = 80;
const measureWidth = cardSize.width - 2 * margin;
const band = 18;
const kickerSize = 36;
const nameSize = 40;
const noteSize = 30;
const footRule = 530;
const footLine = 586;

const toSizes = (largest: number, smallest: number): number[] =>
  Array.from({ length: (largest - smallest) / 2 + 1 }, (_, index) => largest - 2 * index);

const titleRoom = { width: measureWidth, height: 352, leading: 1.1, sizes: toSizes(112, 46) };
const descriptionRoom = { width: measureWidth, height: 130, leading: 1.3, sizes: [38] };

/** In ems of Source Serif: from the base line to the top of capitals. */
const capHeight = 0.67;

let loaded: { regular: Typeface; bold: Typeface } | undefined;

/** The faces are read once, when the first card is drawn. */
function getFaces(): { regular: Typeface; bold: Typeface } {
  loaded ??= { regular: new Typeface(400), bold: new Typeface(700) };
  return loaded;
}

/** Text with its lines where they stand: the top of capitals of the first is at `top`. */
interface Block {
  readonly svg: string;
  readonly height: number;
}

function setBlock(text: string, face: Typeface, room: Room, fill: string, top: number): Block {
  if (text === '') return { svg: '', height: 0 };
  const { size, lines } = fitText(text, room, (part, em) => face.measure(part, em));
  const rows = lines.map((line, index) =>
    face.draw(line, size, margin, top + size * (capHeight + index * room.leading)),
  );
  return {
    svg: `<g fill="${fill}">${rows.join('')}</g>`,
    height: size * (capHeight + (lines.length - 1) * room.leading),
  };
}

const toLine = (size: number, width = measureWidth): Room => ({
  width,
  height: size,
  leading: 1,
  sizes: [size],
});

/** A card as SVG in which text is outlines. */
export function toCardSvg(card: Card): string {
  const { regular, bold } = getFaces();
  const accent = toReadable(card.accent, paper, 4.5);
  const siteName = bold.keepKnown(card.siteName);
  const kicker = toSentenceCase(bold.keepKnown(card.kicker ?? ''), 'es');
  const title = bold.keepKnown(card.title) || siteName;
  const description = regular.keepKnown(card.description ?? '');
  const note = regular.keepKnown(card.note);

  const setTop = (top: number): Block => {
    const over = setBlock(kicker, bold, toLine(kickerSize), accent, top);
    const titleTop = top + (over.height === 0 ? 0 : over.height + 44);
    const main = setBlock(title, bold, titleRoom, ink, titleTop);
    const belowTop = titleTop + main.height + 56;
    const below = setBlock(description, regular, descriptionRoom, grey, belowTop);
    const end = below.height === 0 ? titleTop + main.height : belowTop + below.height;
    return { svg: over.svg + main.svg + below.svg, height: end - top };
  };
  const { height } = setTop(0);
  const text = setTop(band + (footRule - band - height) / 2);

  const name = title === siteName ? '' : siteName;
  const noteStart = name === '' ? margin : cardSize.width - margin - regular.measure(note, noteSize);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(cardSize.width)}" height="${String(cardSize.height)}">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    `<rect width="100%" height="${String(band)}" fill="${accent}"/>`,
    `<rect x="${String(margin)}" y="${String(footRule)}" width="${String(measureWidth)}" height="2" fill="${hairline}"/>`,
    text.svg,
    `<g fill="${ink}">${bold.draw(name, nameSize, margin, footLine)}</g>`,
    `<g fill="${grey}">${regular.draw(note, noteSize, noteStart, footLine)}</g>`,
    '</svg>',
  ].join('');
}

/** A card as JPEG, without metadata. */
export const drawCard = (card: Card): Promise<Buffer> =>
  sharp(Buffer.from(toCardSvg(card)))
    .flatten({ background: paper })
    .jpeg({ quality: 76 })
    .toBuffer();
