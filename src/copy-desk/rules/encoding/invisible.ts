import { encoding } from '../../messages/encoding.ts';
import type { Problem, Rule } from '../../rule.ts';
import { toCode, toWordBefore } from './context.ts';
import { findSpecial } from './special.ts';
import { keepWords } from './visible-words.ts';

const { message, hint, done } = encoding.invisible;

/** Soft hyphens, zero-width characters, byte order marks, marks of direction. */
const characters = '\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF';
const invisibles = new RegExp(`[${characters}]`, 'gu');
const present = new RegExp(`[${characters}]`, 'u');
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const visibleBefore = new RegExp(`(?<character>[^${characters}])[${characters}]*$`, 'u');
const visibleAfter = new RegExp(`^[${characters}]*(?<character>[^${characters}])`, 'u');

/**
 * Characters that nobody sees. Kept: joiners inside an emoji and in scripts that are written with them, marks of
 * direction in a text that has words from right to left.
 */
export const invisible: Rule = {
  id: 'invisible',
  done,
  *find(manuscript) {
    const problems: Problem[] = [];
    for (const value of manuscript.texts) {
      const { path, text } = value;
      if (!present.test(text)) continue;
      for (const { 0: character, index } of findSpecial(manuscript, value, invisibles)) {
        if (isNeeded(text, character, index)) continue;
        problems.push({
          severity: 'warning',
          path,
          start: index,
          message: message(toCode(character), toWordBefore(text, index)),
          hint,
          edits: [{ path, start: index, end: index + 1, text: '' }],
        });
      }
    }
    if (problems.length > 0) yield* keepWords(manuscript.body, problems);
  },
};

function isNeeded(text: string, character: string, index: number): boolean {
  if (direction.test(character)) return rightToLeft.test(text);
  if (!/[\u200C\u200D]/u.test(character)) return false;
  // Long enough for any emoji or syllable.
  const before = visibleBefore.exec(text.slice(Math.max(0, index - 20), index))?.groups?.['character'] ?? '';
  const after = visibleAfter.exec(text.slice(index + 1, index + 20))?.groups?.['character'] ?? '';
  if (
    /[\p{L}\p{M}]/u.test(before) &&
    !/[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{sc=Inherited}]/u.test(before)
  ) {
    return true;
  }
  return (
    character === '\u200D' &&
    /[\p{Extended_Pictographic}\uFE0F\u{1F3FB}-\u{1F3FF}]/u.test(before) &&
    /\p{Extended_Pictographic}/u.test(after)
  );
}
