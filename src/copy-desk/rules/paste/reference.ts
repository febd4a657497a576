import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseBody, toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Problem, Rule } from '../../rule.ts';

const { message, hint, done } = paste.reference;

const space = /^[\u00A0\u2002-\u200A\u202F]$/u;
const invisible = /^[\u00AD\u200B\u200E\u200F\u2060\uFEFF]$/u;
const visible = /^[\p{L}“”‘’«»–—…¿¡°€ºª·•]$/u;

/** Character references such as `&nbsp;` and `&oacute;`. Those that Markdown needs, such as `&lt;`, stay. */
export const reference: Rule = {
  id: 'reference',
  done,
  *find({ body, tree }) {
    if (!/&#?\w+;/u.test(body)) return;
    const problems: Problem[] = [];
    visit(tree, 'text', (node) => {
      const range = toRange(node);
      const source = body.slice(range.start, range.end);
      for (const { 0: written, index } of source.matchAll(/(?<!\\)&(?:#\d+|#x[\da-f]+|[a-z]\w*);/giu)) {
        const character = toString(parseBody(`x${written}x`)).slice(1, -1);
        const isSpace = space.test(character);
        if (!isSpace && !invisible.test(character) && !visible.test(character)) continue;
        const start = range.start + index;
        const end = start + written.length;
        // At the start of a line it may be what keeps a dash from being a list.
        if (!visible.test(character) && startsBlock(body, start, end)) continue;
        const text = isSpace ? ' ' : invisible.test(character) ? '' : character;
        problems.push({
          severity: 'warning',
          path: ['body'],
          start,
          message: message(written),
          hint,
          edits: [{ path: ['body'], start, end, text }],
        });
      }
    });
    yield* problems;
  },
};

const startsBlock = (body: string, start: number, end: number): boolean =>
  /(?:^|\n)[\s>]*$/u.test(body.slice(0, start)) &&
  /^(?:\s|&#?\w+;)*(?:[-+*#>=~`|<_]|\d+[.)])/u.test(body.slice(end));
