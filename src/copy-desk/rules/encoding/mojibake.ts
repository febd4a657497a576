import { encoding } from '../../messages/encoding.ts';
import type { Manuscript, TextValue } from '../../manuscript.ts';
import type { Rule } from '../../rule.ts';
import { type Damage, findDamage } from './damage.ts';
import { declareWords } from './visible-words.ts';
import { findAddresses, findCode, mask, type Range } from './verbatim.ts';

const { message, uncertain, hint, decide, done } = encoding.mojibake;

/** Text that was UTF-8 and was read as Windows-1252: «cooperaciÃ³n». */
export const mojibake: Rule = {
  id: 'mojibake',
  done,
  *find(manuscript) {
    for (const value of manuscript.texts) {
      const { path } = value;
      for (const { start, end, text, word, restored } of findMojibake(manuscript, value)) {
        const base = { severity: 'error', path, start } as const;
        if (text === undefined) yield { ...base, message: uncertain(word), hint: decide };
        else {
          const edits = [{ path, start, end, text }];
          const words = path[0] === 'body' ? declareWords(value.text, edits) : {};
          yield { ...base, message: message(word), hint: hint(restored), edits, ...words };
        }
      }
    }
  },
};

/** The damage in a text value, outside of code, paths and addresses with escapes (`%C3`), which are sound. */
export function findMojibake(manuscript: Manuscript, value: TextValue): Damage[] {
  const { text } = value;
  if (findDamage(text).length === 0) return [];
  const isFixed = ({ start, end }: Range): boolean =>
    /^<?\/|%[\da-f]{2}/iu.test(text.slice(start, end)) && !text.startsWith('//', start);
  return findDamage(mask(text, [...findCode(manuscript, value), ...findAddresses(value).filter(isFixed)]));
}
