import { toString } from 'mdast-util-to-string';
import { toRange } from '../../body.ts';
import { structure } from '../../messages/structure.ts';
import type { Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';
import { findHeadings, toLevel } from './headings.ts';

const { message, hint, done } = structure.headingSkip;

/** Headings that skip a level, such as one of level 4 under one of level 2: each is one level below what it belongs to. */
export const headingSkip: Rule = {
  id: 'heading-skip',
  done,
  *find({ body, tree }) {
    if (!body.includes('###')) return;
    const headings = findHeadings(tree);
    if (headings.some(({ depth }) => depth === 1)) return;
    const wrong = toLevels(headings.map(({ depth }) => depth)).flatMap((level, index) => {
      const heading = headings[index];
      return heading === undefined || heading.depth === level ? [] : [{ heading, level }];
    });
    const [first] = wrong;
    if (first === undefined) return;
    yield {
      severity: 'warning',
      path: ['body'],
      start: toRange(first.heading).start,
      message: message(shorten(toString(first.heading)), first.heading.depth, first.level),
      hint,
      edits: wrong.map(({ heading, level }) => toLevel(body, heading, level)),
    };
  },
};

/** The levels from 2 without a gap that keep which heading stands under which. */
function toLevels(depths: readonly number[]): number[] {
  let above: number[] = [];
  return depths.map((depth) => {
    above = [...above.filter((other) => other < depth), depth];
    return above.length + 1;
  });
}
