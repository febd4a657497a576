import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Problem, Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';

const { message, hint, done } = paste.localImage;

/** An address on the computer of whoever copied the image: nobody else has it. */
const isLocal = (url: string): boolean => /^(?:file|blob|cid|webkit-fake-url):/iu.test(url);

/** Images that did not come along with the paste. */
export const localImage: Rule = {
  id: 'local-image',
  done,
  *find({ body, tree }) {
    if (!/\]\(<?(?:file|blob|cid|webkit-fake-url):/iu.test(body)) return;
    const problems: Problem[] = [];
    visit(tree, 'image', ({ url, alt, ...node }) => {
      if (!isLocal(url)) return;
      const { start } = toRange({ ...node, url });
      const name = alt === null || alt === undefined || alt === '' ? url : alt;
      problems.push({ severity: 'error', path: ['body'], start, message: message(shorten(name)), hint });
    });
    yield* problems;
  },
};
