import { type Collection, collections, toBody } from '../../content-schema/index.ts';
import { type EntryReport, reportEntry, type Version } from '../review/report/index.ts';
import type { PostText } from './post-text.ts';

/** What may have blank lines in it, or is written apart from where it is read. */
const uncut = /^[ \t>]*(?:```|~~~)|^<\/|^ {0,3}\[[^\]\n]+\]:/mu;

/**
 * The report of what differs between two texts of a post. Paragraphs that both begin or end with are left out before they are
 * read: reading Markdown is most of the cost, most changes are of one paragraph of many, and the record counts no positions.
 */
export function reportChange(before: PostText, after: PostText): EntryReport {
  const isWhole = uncut.test(before.body) || uncut.test(after.body);
  const [old, now] = isWhole ? [before.body, after.body] : toDifferent(before.body, after.body);
  const sameHead = before.head === after.head;
  const toVersion = (text: PostText, body: string): Version => ({
    // An address is no news: the old one leads on.
    id: '',
    path: '',
    values: { ...(sameHead ? {} : text.readHead()), body: body === '' ? '' : toBody(body) },
  });
  return reportEntry(sameHead ? textOnly : collections.posts, toVersion(before, old), toVersion(after, now));
}

const textOnly: Collection = { ...collections.posts, fields: {} };

const toDifferent = (before: string, after: string): readonly [string, string] =>
  before === after ? ['', ''] : withoutCommonEnds(toParagraphs(before), toParagraphs(after));

const toParagraphs = (body: string): string[] => body.trimEnd().split(/\r?\n(?:[ \t]*\r?\n)+/u);

function withoutCommonEnds(before: readonly string[], after: readonly string[]): [string, string] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const cut = (paragraphs: readonly string[]): string =>
    paragraphs.slice(start, paragraphs.length - end).join('\n\n');
  return [cut(before), cut(after)];
}
