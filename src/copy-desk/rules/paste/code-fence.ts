import { toRange } from '../../body.ts';
import { compareWords } from '../../html/compare-words.ts';
import { hasEmbed } from '../../html/embed-html.ts';
import { paste } from '../../messages/paste.ts';
import type { Rule } from '../../rule.ts';
import { toBlock } from './to-block.ts';

const { message, hint, done } = paste.codeFence;

/** A fence around the HTML of an embed, or around plain prose: both were pasted into it by accident. */
export const codeFence: Rule = {
  id: 'code-fence',
  done,
  *find({ body, tree }) {
    if (!/```|~~~/u.test(body)) return;
    for (const node of tree.children) {
      if (node.type !== 'code' || (node.lang ?? '') !== '') continue;
      const value = node.value.trim();
      if (!(/^<[\s\S]*>$/u.test(value) && hasEmbed(value)) && !isProse(value)) continue;
      const { start, end } = toRange(node);
      const { removed, added } = compareWords(body.slice(start, end), value);
      // Code shows the words of a frame; outside they are its fallback, which nobody sees.
      const isCertain = hasEmbed(value) || (removed === '' && added === '');
      yield {
        severity: 'error',
        path: ['body'],
        start,
        message,
        hint,
        ...(isCertain
          ? { edits: [{ path: ['body'], start, end, text: toBlock(body, start, end, value) }] }
          : {}),
        ...(removed === '' && added === '' ? {} : { words: { removed, added } }),
      };
    }
  },
};

/** Sentences, and none of the signs that code has. */
const isProse = (text: string): boolean =>
  !/[{}<>;=$|\\]|\w\(|^\s*(?:[-/#.$]|\w+:)/mu.test(text) &&
  /[.!?…]$/u.test(text) &&
  (text.match(/(?<![\p{L}\p{N}])(?:de|el|en|la|las|los|para|por|que|se|una?|y)(?![\p{L}\p{N}])/giu) ?? [])
    .length >= 3;
