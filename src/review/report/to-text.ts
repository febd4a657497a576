import type { Part } from '../compare-words.ts';
import { describeEntry, type Row } from './describe.ts';
import { describeMedia } from './describe-media.ts';
import { messages } from './messages.ts';
import { summarizeEntry } from './summarize.ts';
import type { EntryReport, Report, TextOptions } from './types.ts';

/** Of one list, so many lines. */
const mostRows = 12;

/** What changed, for an e-mail: plain text, what was and what is on lines of their own. */
export function toText(report: Report, { title, author, url }: TextOptions = {}): string {
  const { entries, media, findings } = report;
  const head = [
    ...(title === undefined ? [] : [toLine(title)]),
    ...(author === undefined ? [] : [messages.author(toLine(author))]),
  ];
  const counts = messages.findingCounts(
    findings.new.length,
    findings.fixed.length,
    findings.remaining.length,
  );
  const parts = [
    ...(head.length === 0 ? [] : [head.join('\n')]),
    ...(entries.length + media.length === 0 ? [messages.noChanges] : []),
    ...entries.map(toEntryText),
    ...(media.length === 0
      ? []
      : [
          [
            messages.media,
            ...limit(media.map((change) => `- ${toLine(change.path)}, ${toLine(describeMedia(change))}`)),
          ].join('\n'),
        ]),
    `${messages.findings}: ${counts}.`,
    ...(url === undefined ? [] : [`${messages.open}: ${toLine(url)}`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function toEntryText(entry: EntryReport): string {
  const heading = `${messages.entryKind(entry.kind, entry.singular)}: ${toLine(entry.title)}`;
  const summary = `${summarizeEntry(entry)}.`;
  if (entry.kind === 'new' || entry.kind === 'deleted') return `${heading}\n${summary}`;
  const sections = describeEntry(entry).map(({ name, rows }) =>
    [name.toLocaleUpperCase('es'), ...limit(rows.flatMap(toRowText))].join('\n'),
  );
  return [`${heading}\n${summary}`, ...sections].join('\n\n');
}

const limit = (lines: readonly string[]): string[] =>
  lines.length <= mostRows
    ? [...lines]
    : [...lines.slice(0, mostRows), messages.more(lines.length - mostRows)];

function toRowText({ kind, label, parts, notes }: Row): string {
  const old = toSide(parts, 'added');
  const now = toSide(parts, 'removed');
  const isOne = old === now || old === '' || now === '';
  const sides = isOne ? [now || old] : [`${messages.before}: ${old}`, `${messages.after}: ${now}`];
  const lines = [...sides.filter((side) => side !== ''), ...notes];
  const what = kind === 'changed' ? '' : ` (${messages.kinds[kind]})`;
  return [`- ${toLine(label)}${what}`, ...lines.map((line) => `  ${toLine(line)}`)].join('\n');
}

const toSide = (parts: readonly Part[], without: 'added' | 'removed'): string =>
  toLine(
    parts
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join(''),
  );

/** One line without control characters, so that no text looks like two. */
const toLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
