import { toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';

const { message, hint, ruleMessage, ruleHint, done } = paste.underline;

/** A line of `-` or `=` under a text, which makes a heading of it, and one that ends the body and separates nothing. */
export const underline: Rule = {
  id: 'underline',
  done,
  *find({ body, tree }) {
    if (!/^[ \t]*(?:=+|(?:[-*_][ \t]*)+)[ \t]*$/mu.test(body)) return;
    const last = tree.children.at(-1);
    for (const node of tree.children) {
      const { start, end } = toRange(node);
      if (node.type === 'thematicBreak' && node === last) {
        const edits = [{ path: ['body'], start, end, text: '' }];
        yield { severity: 'warning', path: ['body'], start, message: ruleMessage, hint: ruleHint, edits };
      }
      if (node.type !== 'heading') continue;
      const source = body.slice(start, end);
      const line = /\n[ \t]*(?:=+|-+)[ \t]*$/u.exec(source);
      if (line === null) continue;
      const text = source.slice(0, line.index);
      const isImage = node.children.every(({ type, ...child }) =>
        type === 'text' ? 'value' in child && child.value.trim() === '' : type === 'image',
      );
      const isText = text.length > 120 || text.includes('\n') || /[.!…»”)]$|[.!?…] /u.test(text.trim());
      const isStray = node === last || isImage || isText;
      const separator = /^\n[ \t]*\S/u.test(body.slice(end)) ? '\n' : '';
      const at = start + line.index;
      yield {
        severity: isStray ? 'error' : 'warning',
        path: ['body'],
        start: at + 1,
        message: message(shorten(text)),
        hint,
        ...(isStray ? { edits: [{ path: ['body'], start: at, end, text: separator }] } : {}),
      };
    }
  },
};
