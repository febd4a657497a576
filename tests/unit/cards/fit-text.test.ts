import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText } from '../../../src/cards/fit-text.ts';

/** Every character is half an em wide. */
const measure = (text: string, size: number): number => (text.length * size) / 2;

const room = { width: 200, height: 100, leading: 1, sizes: [40, 20, 10] };

describe('a text', () => {
  test.each([
    ['that is short', 'Paz', 40, ['Paz']],
    ['that needs lines', 'Una casa azul', 40, ['Una casa', 'azul']],
    [
      'that needs more lines than it has room for',
      'Una casa azul en la costa',
      20,
      ['Una casa azul', 'en la costa'],
    ],
    ['with a word that is too wide', `Un ${'x'.repeat(50)}`, 10, ['Un', 'x'.repeat(40), 'x'.repeat(10)]],
  ])('%s is as large as it can be, in lines of like length', (_name, text, size, lines) => {
    expect(fitText(text, room, measure)).toEqual({ size, lines });
  });

  test('that has no room at all ends in an ellipsis', () => {
    const { lines } = fitText('palabra '.repeat(80).trim(), room, measure);
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toMatch(/…$/u);
  });

  test('never leaves its room, and loses no word that has one', () => {
    const words = fc.array(fc.stringMatching(/^[a-zñ]{1,60}$/u), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, (some) => {
        const text = some.join(' ');
        const { size, lines } = fitText(text, room, measure);
        for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(room.width);
        expect(lines.length * size).toBeLessThanOrEqual(room.height);
        const whole = lines.join('').replaceAll(' ', '');
        const letters = some.join('');
        expect(whole.endsWith('…') ? letters.startsWith(whole.slice(0, -1)) : whole === letters).toBe(true);
      }),
    );
  });
});
