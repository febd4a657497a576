import { encoding } from '../../messages/encoding.ts';
import type { Edit, Problem, Rule } from '../../rule.ts';
import { toWords } from '../../words.ts';
import { toCode, toWordBefore } from './context.ts';
import { findSpecial } from './special.ts';
import { fromControl } from './windows-1252.ts';

const { message, hint, done } = encoding.control;

const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/u;
const letters = '[\\p{L}\\p{M}\\p{N}]*';
/** A word with the controls in it: what is repaired at once. */
const words = new RegExp(`(?:${letters}${control.source})+${letters}`, 'gu');

/**
 * Control characters. Word leaves some that mean something: a line break (U+000B), hyphens (U+001E, U+001F);
 * those from U+0080 on are what Windows-1252 has in their place (WHATWG Encoding).
 */
export const controlCharacter: Rule = {
  id: 'control-character',
  done,
  *find(manuscript) {
    for (const value of manuscript.texts) {
      const { path, text } = value;
      if (!control.test(text)) continue;
      for (const { 0: word, index } of findSpecial(manuscript, value, words, { code: true })) {
        const found = [...word.matchAll(new RegExp(control, 'gu'))];
        const start = index + (found[0]?.index ?? 0);
        const edits = found.map(({ 0: character, index: shift }) =>
          toEdit(path, text, index + shift, character),
        );
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

function toEdit(path: Edit['path'], text: string, start: number, character: string): TextEdit {
  const base = { path, start, end: start + 1 };
  if (character === '\x1E') return { ...base, text: '-' };
  if (/[\v\f]/u.test(character)) {
    const isEdge = /^\s*$/u.test(text.charAt(start - 1)) || /^\s*$/u.test(text.charAt(start + 1));
    return { ...base, text: isEdge ? '' : ' ' };
  }
  return { ...base, text: fromControl(character) ?? '' };
}

function declareWords(body: string, edits: readonly TextEdit[]): Pick<Problem, 'words'> {
  let repaired = body;
  for (const { start, end, text } of edits.toReversed()) {
    repaired = repaired.slice(0, start) + text + repaired.slice(end);
  }
  const [before, after] = [toWords(body), toWords(repaired)];
  const subtract = (from: readonly string[], other: readonly string[]): string => {
    const rest = [...other];
    return from
      .filter((word) => {
        const at = rest.indexOf(word);
        if (at !== -1) rest.splice(at, 1);
        return at === -1;
      })
      .join(' ');
  };
  const [removed, added] = [subtract(before, after), subtract(after, before)];
  return removed === '' && added === '' ? {} : { words: { removed, added } };
}
