import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { links } from '../../messages/links.ts';
import type { Problem, Rule } from '../../rule.ts';

const { message, hint } = links.plainHashtag;

const onlyHashtags = /^(?:#[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*[\s\p{Cf},;·|.]*)+$/u;

/** Paragraphs of hashtags without links, where an entry has tags. A person has to choose which become tags. */
export const plainHashtag: Rule = {
  id: 'plain-hashtag',
  *find({ body, tree, collection }) {
    if (!('tags' in collection.fields) || !/#[\p{L}\p{N}]/u.test(body)) return;
    const problems: Problem[] = [];
    visit(tree, 'paragraph', (node) => {
      let hasLink = false;
      visit(node, 'link', () => {
        hasLink = true;
      });
      const text = toString(node).trim();
      if (hasLink || !onlyHashtags.test(text) || !/#[\d_]*\p{L}/u.test(text)) return;
      const { start } = toRange(node);
      problems.push({ severity: 'info', path: ['body'], start, message: message(text), hint });
    });
    yield* problems;
  },
};
