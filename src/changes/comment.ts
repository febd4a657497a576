import { toMarkdown } from '../review/report/index.ts';
import type { Changes } from './collect-changes.ts';
import { messages } from './messages.ts';

/** Finds the comment again, as the hidden first line of it. */
export const commentMarker = 'gaceta:revision';

/** How every comment begins. */
export const commentStart = `<!-- ${commentMarker} -->`;

const mostOthers = 10;

/** The report as the one comment of a pull request. @param url where a reviewer reads all of it */
export function toComment({ report, head, others }: Changes, url?: string): string {
  const text = toMarkdown(report, { marker: commentMarker, head, ...(url === undefined ? {} : { url }) });
  if (others.length === 0) return text;
  const shown = others.slice(0, mostOthers);
  return `${text.trimEnd()}\n\n> ${messages.others(shown.map(toPlain), others.length - shown.length)}\n`;
}

/** A path that is nothing but text in Markdown's code. */
const toPlain = (path: string): string => path.replace(/[\p{Cc}`]/gu, '·').slice(0, 200);
