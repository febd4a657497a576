import { encoding } from '../../messages/encoding.ts';
import type { Rule } from '../../rule.ts';

const { message, hint, done } = encoding.unicodeForm;

/** Letters and accents that are not one character (Unicode NFC), as some systems write them in file names. */
export const unicodeForm: Rule = {
  id: 'unicode-form',
  done,
  *find({ texts }) {
    for (const { path, text } of texts) {
      if (text === text.normalize('NFC')) continue;
      const letters = [...new Intl.Segmenter('es').segment(text)].filter(
        ({ segment }) => segment !== segment.normalize('NFC'),
      );
      const [first] = letters;
      if (first === undefined) continue;
      const edits = letters.map(({ segment, index }) => ({
        path,
        start: index,
        end: index + segment.length,
        text: segment.normalize('NFC'),
      }));
      yield { severity: 'warning', path, start: first.index, message: message(first.segment), hint, edits };
    }
  },
};
