import { encoding } from '../../messages/encoding.ts';
import type { Edit, Rule } from '../../rule.ts';
import { toCode, toWordBefore } from './context.ts';
import { findMojibake } from './mojibake.ts';
import { findAddresses } from './verbatim.ts';
import { declareWords } from './visible-words.ts';
import { fromControl } from './windows-1252.ts';

const { message, hint, done } = encoding.control;

const control = /[\0-\x08\x0E-\x1F\x7F-\x9F]/u;
const letters = '[\\p{L}\\p{M}\\p{N}\\p{Cf}]*';
/** A word with the controls in it: what is repaired at once. */
const words = new RegExp(`(?:${letters}${control.source})+${letters}`, 'gu');

/**
 * Control characters. Word leaves two that mean something: hyphens (U+001E, U+001F);
 * those from U+0080 on are what Windows-1252 has in their place (WHATWG Encoding).
 */
export const controlCharacter: Rule = {
  id: 'control-character',
  done,
  *find(manuscript) {
    for (const value of manuscript.texts) {
      const { path, text } = value;
      if (!control.test(text)) continue;
      const addresses = findAddresses(value);
      const damage = findMojibake(manuscript, value);
      for (const { 0: word, index } of text.matchAll(words)) {
        // What is a part of damaged text has to be decoded first.
        if (damage.some(({ start, end }) => start <= index + word.length && index <= end)) continue;
        const found = [...word.matchAll(new RegExp(control, 'gu'))].filter(({ index: shift }) =>
          addresses.every(({ start, end }) => index + shift < start || index + shift >= end),
        );
        if (found.length === 0) continue;
        const start = index + (found[0]?.index ?? 0);
        const edits = found.map(({ 0: character, index: shift }) => toEdit(path, index + shift, character));
        yield {
          severity: 'error',
          path,
          start,
          message: message(toCode(found[0]?.[0] ?? ''), toWordBefore(text, start)),
          hint,
          edits,
          ...(path[0] === 'body' ? declareWords(text, edits) : {}),
        };
      }
    }
  },
};

type TextEdit = Extract<Edit, { start: number }>;

function toEdit(path: Edit['path'], start: number, character: string): TextEdit {
  const base = { path, start, end: start + 1 };
  if (character === '\x1E') return { ...base, text: '-' };
  return { ...base, text: fromControl(character) ?? '' };
}
