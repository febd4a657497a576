import type { ReviewComment } from './answers.ts';
import { readQuote } from './quote.ts';

/** One comment of a thread, as it is read. */
export interface Said {
  readonly id: number;
  readonly login: string | undefined;
  readonly text: string;
  readonly at: string;
}

/** A comment on a paragraph with its answers, oldest first. */
export interface Thread {
  /** Of its first comment: what answers refer to. */
  readonly id: number;
  readonly path: string;
  /** Of the head's file; undefined: on the whole file, or the line is gone. */
  readonly line: number | undefined;
  readonly quote: string | undefined;
  readonly said: readonly Said[];
}

/** Review comments by what they answer; an answer whose comment was deleted begins a thread of its own. */
export function toThreads(comments: readonly ReviewComment[]): Thread[] {
  const threads = new Map<number, Thread & { said: Said[] }>();
  for (const { id, user, body, created_at: at, path, line, in_reply_to_id: parent } of comments) {
    const thread = parent == null ? undefined : threads.get(parent);
    const login = user?.login;
    if (thread !== undefined) {
      thread.said.push({ id, login, text: body, at });
      continue;
    }
    const { quote, text } = readQuote(body);
    threads.set(id, { id, path, line: line ?? undefined, quote, said: [{ id, login, text, at }] });
  }
  return [...threads.values()];
}

/** What a thread may stand beside. */
export interface Place {
  /** First and last line of the file; none when the last is before the first. */
  readonly lines: { readonly first: number; readonly last: number };
  /** What is read there. */
  readonly text: string;
}

/**
 * The place that a thread is about, by index: where its quotation is read, or else where its line is. Words come
 * first, because a paragraph keeps them when others before it come and go.
 */
export function findPlace({ line, quote }: Thread, places: readonly Place[]): number | undefined {
  const quoted = quote === undefined ? '' : toWords(quote);
  const byQuote =
    quoted === ''
      ? []
      : places.flatMap(({ text }, index) => (toWords(text).startsWith(quoted) ? [index] : []));
  const has = ({ lines: { first, last } }: Place): boolean =>
    line !== undefined && first <= line && line <= last;
  const byLine = places.findIndex(has);
  if (byQuote.length > 0) return byQuote.includes(byLine) ? byLine : byQuote[0];
  return byLine < 0 ? undefined : byLine;
}

/** A text without what quoting may change of it. */
export const toWords = (text: string): string =>
  text
    .replace(/…\s*$/u, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** As many characters as say which paragraph is meant. */
const longestQuote = 240;

/** The beginning of a text, to the end of a word. */
export function toQuote(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= longestQuote) return line;
  const end = line.lastIndexOf(' ', longestQuote);
  return `${line.slice(0, end < 0 ? longestQuote : end).replace(/[\s,;:]+$/u, '')}…`;
}
