import type { RecordedChange } from './types.ts';

/** Characters of a page with its markup, so that readers pay no more for it than for an article. */
const most = 7000;

/** Of a passage and of a change, besides their texts. */
const markup = 120;

const toLength = ({ passages, corrections, reasons, summary }: RecordedChange): number =>
  passages.reduce(
    (sum, { parts }) => sum + markup + parts.reduce((length, { text }) => length + text.length, 0),
    markup + [...corrections, ...reasons, summary].join('').length,
  );

/** Cuts the changes of a post into pages, newest first. */
export function toRecordPages(changes: readonly RecordedChange[]): readonly (readonly RecordedChange[])[] {
  const pages: RecordedChange[][] = [];
  let length = 0;
  for (const change of changes) {
    const own = toLength(change);
    const page = pages.at(-1);
    if (page === undefined || length + own > most) {
      pages.push([change]);
      length = own;
    } else {
      page.push(change);
      length += own;
    }
  }
  return pages;
}
