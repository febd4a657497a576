import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { frontMatter } from '../../messages/front-matter.ts';
import type { Problem, Rule } from '../../rule.ts';

const messages = frontMatter.contact;

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Guatemala: eight digits from 2 to 7 on, with or without 502; other countries with their code. */
const phone =
  /(?<![\p{L}\d.,/$-])(?:\(?(?:\+|00)? ?502\)?[ .-]?[2-7]\d{3}[ .-]?\d{4}|[2-7]\d{3}[ -]?\d{4}|\+\d{1,3}(?:[ ().-]{0,2}\d){7,12})(?![\p{L}\d/%]|[.,-]\d)/gu;
/** «2024-2028» and «20240711». */
const notPhone = /^(?:19|20)\d{2}(?:[ -]?(?:19|20)\d{2}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/u;

/** E-mail addresses and phone numbers in the text: is that on purpose? */
export const contact: Rule = {
  id: 'contact',
  *find(manuscript) {
    const { body } = manuscript;
    if (!body.includes('@') && !/\d{3}[ -]?\d{3}/u.test(body)) return;
    const problems = new Map<string, Problem>();
    visit(manuscript.tree, 'text', (node, _, parent) => {
      // The text of a bare address of a page is no text.
      if (parent?.type === 'link' && parent.url.endsWith(node.value) && !parent.url.startsWith('mailto:'))
        return;
      const addresses = [...node.value.matchAll(address)];
      const phones = [...node.value.matchAll(phone)].filter(([found]) => !notPhone.test(found));
      for (const { 0: found } of [...addresses, ...phones]) {
        if (problems.has(found)) continue;
        const { start, end } = toRange(node);
        const shift = Math.max(0, body.slice(start, end).indexOf(found));
        const message = found.includes('@') ? messages.address(found) : messages.phone(found);
        problems.set(found, {
          severity: 'info',
          path: ['body'],
          start: start + shift,
          message,
          hint: messages.hint,
        });
      }
    });
    yield* problems.values();
  },
};
