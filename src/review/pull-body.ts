import { messages } from './messages.ts';

/** What a pull request says of itself. */
interface PullStory {
  /** Who asks for it, by name. */
  readonly author: string;
  /** Markdown, a paragraph each. */
  readonly lines: readonly string[];
  /** The address of the form. */
  readonly link?: string;
  /** Why something published changes, as readers will read it. */
  readonly reason?: string;
}

/** The longest reason that a form takes, in characters. */
export const longestReason = 300;

/** How the line of the reason begins: people who read the pull request on GitHub see it, too. */
const mark = `**${messages.reason}:**`;

const pattern = `\\*\\*${messages.reason}:\\*\\*[^\\r\\n]*`;
const reasonLine = new RegExp(`^${pattern}`, 'mu');
const reasonParagraph = new RegExp(`(?:(?:\\r?\\n)+|^)${pattern}`, 'u');

/** The description of a pull request, in Markdown. */
export function toPullBody({ author, lines, link, reason }: PullStory): string {
  const body = [
    messages.askedBy(author),
    ...lines,
    ...(link === undefined ? [] : [`[${messages.openForm}](${link})`]),
  ].join('\n\n');
  return withReason(body, reason);
}

/** The reason that a description gives; undefined: none. */
export function readReason(body: string | null | undefined): string | undefined {
  const line = reasonLine.exec(body ?? '')?.[0];
  return line === undefined ? undefined : toReason(line.slice(mark.length));
}

/** The description with this reason in place of the one that it had, or without one. All else stays as it is. */
export function withReason(body: string | null | undefined, reason: string | undefined): string {
  const text = body ?? '';
  const stated = toReason(reason);
  if (stated === undefined) return text.replace(reasonParagraph, '').replace(/^(?:\r?\n)+/u, '');
  const line = `${mark} ${stated}`;
  if (reasonLine.test(text)) return text.replace(reasonLine, () => line);
  return text === '' ? line : `${text}\n\n${line}`;
}

/** On one line: it becomes a trailer of the merge. */
const toReason = (text: string | undefined): string | undefined =>
  text?.replace(/\s+/gu, ' ').trim() || undefined;
