import { frontMatter } from '../../messages/front-matter.ts';
import type { Rule } from '../../rule.ts';

const { message, hint, done } = frontMatter.fieldSpaces;

/** Not after an Ã or Â: the space may be a part of a damaged letter. */
const extra = /^[ \t\r\n]+|(?<![ÂÃ \t\r\n])[ \t\r\n]+$|(?<=[^\s ÂÃ]) {2,}(?=\S)/gu;
const address = /^\s*(?:https?:\/)?\//u;

/** Spaces at the ends of a field, and two where one is meant. */
export const fieldSpaces: Rule = {
  id: 'field-spaces',
  done,
  *find({ texts }) {
    for (const { path, text } of texts) {
      if (path[0] === 'body' || address.test(text)) continue;
      for (const { 0: spaces, index } of text.matchAll(extra)) {
        const end = index + spaces.length;
        const isOuter = index === 0 || end === text.length;
        const edits = [{ path, start: index, end, text: isOuter ? '' : ' ' }];
        yield { severity: 'warning', path, start: index, message: message(text), hint, edits };
      }
    }
  },
};
