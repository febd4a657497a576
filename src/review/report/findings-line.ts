import type { Finding } from '../../../content-schema/index.ts';
import type { FindingChanges } from './types.ts';

/** Of each kind, so many. */
const most = 100;

/** All of it may be so long. */
const mostLetters = 15_000;

/** The findings as JSON in a comment of HTML, for the reviewer's page. The first of each kind, and how many there are beyond. */
export function toFindingsLine(head: string, findings: FindingChanges): string {
  for (let length = most; ; length = Math.floor(length / 2)) {
    const line = `<!-- gaceta:findings ${toJson(head, findings, length)} -->`;
    if (line.length <= mostLetters || length === 0) return line;
  }
}

function toJson(head: string, { new: news, fixed, remaining }: FindingChanges, length: number): string {
  const cut = (list: readonly Finding[]): unknown[] => list.slice(0, length).map(toPlain);
  const more = [news, fixed, remaining].reduce((sum, list) => sum + Math.max(0, list.length - length), 0);
  const data = {
    head,
    new: cut(news),
    fixed: cut(fixed),
    remaining: cut(remaining),
    ...(more > 0 ? { more } : {}),
  };
  // No «--» and no «>» may end the comment.
  return JSON.stringify(data).replace(
    /[-<>&]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const toPlain = ({ rule, severity, location, field, message, hint }: Finding): Finding => ({
  rule,
  severity,
  location,
  ...(field === undefined ? {} : { field }),
  message,
  hint,
});
