import type { Finding } from '../../../content-schema/index.ts';
import type { Part } from '../compare-words.ts';
import { describeEntry, type Row } from './describe.ts';
import { describeMedia } from './describe-media.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { toFindingsLine } from './findings-line.ts';
import { messages } from './messages.ts';
import { isUnchanged } from './report-entry.ts';
import { summarizeEntry } from './summarize.ts';
import type { EntryReport, FindingChanges, MarkdownOptions, MediaChange, Report } from './types.ts';

/** GitHub takes 65,536 characters: https://docs.github.com/en/rest/issues/comments */
const mostLetters = 60_000;

/** Of one list, so many lines. */
const mostLines = 60;

/**
 * A comment on a pull request, in GitHub's Markdown, shorter than GitHub's limit. Nothing of an entry is anything but
 * text in it: no element, no link, nobody is mentioned.
 */
export function toMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const { url, marker, head } = options;
  const { entries, media, findings } = report;
  const end = [
    ...toMediaLines(media),
    ...toFindingLines(findings),
    ...(url === undefined ? [] : [`**[${messages.open}](${encodeAddress(url)})**`]),
    ...(head === undefined ? [] : [toFindingsLine(head, findings)]),
  ];
  const start = [
    ...(marker === undefined ? [] : [`<!-- ${marker.replace(/[^\w:/.]/gu, '')} -->`]),
    `### ${messages.heading}`,
    ...(entries.length + media.length === 0 ? [messages.noChanges] : []),
  ];
  const room = mostLetters - [...start, ...end].join('\n\n').length - 500;
  return [...start, ...fit(entries, room), ...end].join('\n\n') + '\n';
}

/** As much of the entries as there is room for: all of it, or one line, or how many there are beside. */
function fit(entries: readonly EntryReport[], room: number): string[] {
  const shown: string[] = [];
  let left = room;
  for (const [index, entry] of entries.entries()) {
    const whole = toWhole(entry);
    const text = [whole, `${toHeading(entry)}\n\n${messages.cut}`].find(({ length }) => length + 2 <= left);
    if (text === undefined) return [...shown, messages.more(entries.length - index)];
    shown.push(text);
    left -= text.length + 2;
  }
  return shown;
}

function toWhole(entry: EntryReport): string {
  if (isUnchanged(entry)) return toHeading(entry);
  const sections = describeEntry(entry).map(
    ({ name, rows }) => `**${name}**\n\n${limit(rows.map(toRowLine)).join('\n')}`,
  );
  const name =
    entry.kind === 'new' || entry.kind === 'deleted' ? messages.wholeText(entry.kind) : messages.details;
  const isOpen = entry.size.name === 'small' && entry.kind === 'changed';
  return `${toHeading(entry)}\n\n<details${isOpen ? ' open' : ''}><summary>${name}</summary>\n\n${sections.join('\n\n')}\n\n</details>`;
}

function toHeading(entry: EntryReport): string {
  const kind = messages.entryKind(entry.kind, entry.singular);
  return `#### ${escapeMarkdown(kind)}: ${escapeMarkdown(entry.title)}\n\n${escapeMarkdown(summarizeEntry(entry))}.`;
}

const limit = (lines: readonly string[]): string[] =>
  lines.length <= mostLines
    ? [...lines]
    : [...lines.slice(0, mostLines), `- ${messages.more(lines.length - mostLines)}`];

function toRowLine({ kind, label, parts, notes }: Row): string {
  const text = toInline(parts);
  const lines = [...(text === '' ? [] : [text]), ...notes.map((note) => `_${escapeMarkdown(note)}_`)];
  const what = kind === 'changed' ? '' : ` (${messages.kinds[kind]})`;
  return [`- **${escapeMarkdown(label)}**${what}`, ...lines.map((line) => `  ${line}`)].join('  \n');
}

/** GitHub underlines `ins` and strikes `del`. */
function toInline(parts: readonly Part[]): string {
  const tags = { same: ['', ''], removed: ['<del>', '</del>'], added: ['<ins>', '</ins>'] } as const;
  return parts
    .map(({ kind, text }) => `${tags[kind][0]}${escapeMarkdown(text)}${tags[kind][1]}`)
    .join('')
    .trim();
}

function toMediaLines(media: readonly MediaChange[]): string[] {
  if (media.length === 0) return [];
  const lines = media.map(
    (change) => `- **${escapeMarkdown(change.path)}**, ${escapeMarkdown(describeMedia(change))}`,
  );
  return [`#### ${messages.media}`, limit(lines).join('\n')];
}

function toFindingLines({ new: news, fixed, remaining }: FindingChanges): string[] {
  const counts = messages.capital(messages.findingCounts(news.length, fixed.length, remaining.length));
  const lines = [
    ...news.map((finding) => toFindingLine(messages.severities[finding.severity], finding)),
    ...fixed.map((finding) => toFindingLine(`~~${messages.severities[finding.severity]}~~`, finding)),
  ];
  return [
    `#### ${messages.findings}`,
    `${counts}.`,
    ...(lines.length === 0 ? [] : [limit(lines).join('\n')]),
  ];
}

const toFindingLine = (severity: string, { message, hint, location }: Finding): string =>
  `- **${severity}** ${escapeMarkdown(message)} ${escapeMarkdown(hint)} (${escapeMarkdown(location.file)}, ${messages.line(location.line)})`;

/** An address that ends where it ends. */
const encodeAddress = (url: string): string =>
  /^https?:\/\//u.test(url)
    ? encodeURI(url).replace(/[()]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
    : '#';
