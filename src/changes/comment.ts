import { summarize, toMarkdown } from '../review/report/index.ts';
import type { Changes } from './collect-changes.ts';
import { messages } from './messages.ts';

/** Finds the comment again, as the hidden first line of it. */
const commentMarker = 'gaceta:revision';

/** How every comment begins. */
export const commentStart = `<!-- ${commentMarker} -->`;

const mostOthers = 10;

/** GitHub's limit, with a margin. */
const longestComment = 65_000;

/** The report as the one comment of a pull request. @param url where a reviewer reads all of it */
export function toComment({ report, head, others }: Changes, url?: string): string {
  const whole = toMarkdown(report, { marker: commentMarker, head, ...(url === undefined ? {} : { url }) });
  const shown = others.slice(0, mostOthers).map(toPlain);
  const note = others.length === 0 ? '' : `\n> ${messages.others(shown, others.length - shown.length)}\n`;
  if (whole.length + note.length <= longestComment) return whole + note;
  // Hundreds of findings or files: the summary is true, if short.
  const link = url === undefined ? '' : `\n\n${url}`;
  return `${commentStart}\n\n${summarize(report)}.\n\n${messages.tooLong}${link}\n${note}`;
}

/** A path that is nothing but text in Markdown's code. */
const toPlain = (path: string): string => path.replace(/[\p{Cc}`]/gu, '·').slice(0, 200);
