import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Buffer as TextBuffer, Face, Font, shape } from 'harfbuzzjs';
import { toOpenType } from './woff.ts';

type Weight = 400 | 700;

/** Fontsource splits the typeface by script; of a character the first file counts that has it. */
const scripts = ['latin', 'latin-ext'] as const;

const { resolve } = createRequire(import.meta.url);

function loadFont(script: string, weight: Weight): Font {
  const name = `@fontsource/source-serif-4/files/source-serif-4-${script}-${String(weight)}-normal.woff`;
  const { buffer, byteOffset, length } = toOpenType(readFileSync(resolve(name)));
  return new Font(new Face(new Blob(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer)));
}

interface Glyph {
  /** SVG path data in units of the font, y upwards. */
  readonly path: string;
  /** Where it stands on the line, in units of the font. */
  readonly x: number;
  readonly y: number;
}

/**
 * One weight of the typeface. Text becomes outlines here, so that a picture of it is the same on machines with
 * other fonts or none.
 */
export class Typeface {
  readonly #fonts: readonly Font[];
  readonly #unitsPerEm: number;
  readonly #widths = new Map<string, number>();
  readonly #paths = new Map<Font, Map<number, string>>();

  constructor(weight: Weight) {
    this.#fonts = scripts.map((script) => loadFont(script, weight));
    this.#unitsPerEm = this.#fonts[0]?.face.upem ?? 1000;
  }

  /** The text on one line, without what the typeface lacks, such as emoji. Whole characters as readers see them. */
  keepKnown(text: string): string {
    const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' }).segment(text.normalize('NFC'));
    return [...graphemes]
      .map(({ segment }) => segment)
      .filter(
        (segment) => /^\s/u.test(segment) || [...segment].every((one) => this.#findFont(one) !== undefined),
      )
      .join('')
      .replace(/\s+/gu, ' ')
      .trim();
  }

  /** Width in pixels. @param size pixels of an em */
  measure(text: string, size: number): number {
    const width = this.#widths.get(text) ?? this.#shape(text).width;
    this.#widths.set(text, width);
    return (width * size) / this.#unitsPerEm;
  }

  /** The text as an SVG element that takes the current fill. @param x, y the start of its base line, pixels */
  draw(text: string, size: number, x: number, y: number): string {
    const scale = size / this.#unitsPerEm;
    const paths = this.#shape(text).glyphs.map(
      (glyph) => `<path transform="translate(${String(glyph.x)} ${String(glyph.y)})" d="${glyph.path}"/>`,
    );
    const place = `translate(${String(x)} ${String(y)}) scale(${String(scale)} ${String(-scale)})`;
    return `<g transform="${place}">${paths.join('')}</g>`;
  }

  #findFont(character: string): Font | undefined {
    const code = character.codePointAt(0) ?? 0;
    return this.#fonts.find((font) => (font.nominalGlyph(code) ?? 0) !== 0);
  }

  #toPath(font: Font, glyph: number): string {
    const known = this.#paths.get(font) ?? new Map<number, string>();
    this.#paths.set(font, known);
    const path = known.get(glyph) ?? font.glyphToPath(glyph);
    known.set(glyph, path);
    return path;
  }

  /** Cuts the text where another file has the next character. */
  #toRuns(text: string): { font: Font; text: string }[] {
    const runs: { font: Font; text: string }[] = [];
    for (const character of text) {
      const last = runs.at(-1);
      const font = this.#findFont(character);
      if (font === undefined) continue;
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }

  #shape(text: string): { glyphs: Glyph[]; width: number } {
    const glyphs: Glyph[] = [];
    let width = 0;
    for (const run of this.#toRuns(text)) {
      const buffer = new TextBuffer();
      buffer.addText(run.text);
      buffer.guessSegmentProperties();
      shape(run.font, buffer);
      const positions = buffer.getGlyphPositions();
      for (const [index, { codepoint }] of buffer.getGlyphInfos().entries()) {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        const path = this.#toPath(run.font, codepoint);
        if (path !== '') glyphs.push({ path, x: width + xOffset, y: yOffset });
        width += xAdvance;
      }
    }
    return { glyphs, width };
  }
}
