import { encoding } from '../../messages/encoding.ts';
import type { Rule } from '../../rule.ts';

const { message, hint } = encoding.lostCharacter;

/** U+FFFD: a program could not read what stood there, and nobody can tell any more. */
export const lostCharacter: Rule = {
  id: 'lost-character',
  *find({ texts }) {
    for (const { path, text } of texts) {
      if (!text.includes('\uFFFD')) continue;
      for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]*\uFFFD[\p{L}\p{M}\p{N}\uFFFD]*/gu)) {
        yield { severity: 'error', path, start: index, message: message(word), hint };
      }
    }
  },
};
