import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWords, type Part } from '../../../src/review/index.ts';

const without = (kind: string, parts: readonly Part[]): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('words', () => {
  test('a changed word is marked and the rest is not', () => {
    expect(compareWords('Abre el sábado a las ocho.', 'Abre el domingo a las ocho.')).toEqual([
      { kind: 'same', text: 'Abre el ' },
      { kind: 'removed', text: 'sábado' },
      { kind: 'added', text: 'domingo' },
      { kind: 'same', text: ' a las ocho.' },
    ]);
  });

  test('a text that was written anew is not shown word by word', () => {
    expect(compareWords('Abre el sábado.', 'Nadie sabe cuándo terminará la obra.')).toHaveLength(2);
  });

  test('what was added to a short text is marked and the text is not', () => {
    expect(compareWords('Mentorías', 'Mentorías - 11 al 25 de febrero').map(({ kind }) => kind)).toEqual([
      'same',
      'added',
    ]);
  });

  test('the other way round, added and removed change places', () => {
    const words = fc.array(fc.constantFrom('uno', 'dos', ' ', ', ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const count = (parts: readonly Part[], kind: string): string =>
          parts.flatMap((part) => (part.kind === kind ? [part.text] : [])).join('|');
        const [there, back] = [compareWords(before, after), compareWords(after, before)];
        expect(count(back, 'added')).toBe(count(there, 'removed'));
        expect(count(back, 'removed')).toBe(count(there, 'added'));
      }),
    );
  });

  test('both versions can be read from the parts', () => {
    const words = fc
      .array(fc.constantFrom('uno', 'dos', 'tres', ' ', '\n', ', ', 'ñ', '**'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = compareWords(before, after);
        expect(without('added', parts)).toBe(before);
        expect(without('removed', parts)).toBe(after);
      }),
    );
  });
});
