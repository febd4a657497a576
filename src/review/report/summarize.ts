import { isUnchanged } from './report-entry.ts';
import { messages } from './messages.ts';
import type { BlockKind, EntryReport, Report } from './types.ts';

/** What happened to some things: «cambió el título y 2 párrafos». */
class Tally {
  readonly #counts = new Map<string, number>();
  readonly #names: string[] = [];

  name(name: string): void {
    if (!this.#names.includes(name)) this.#names.push(name);
  }

  count(noun: readonly [string, string], number = 1): void {
    const key = JSON.stringify(noun);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + number);
  }

  toClause(toText: (things: string, isMany: boolean) => string): string[] {
    const counted = [...this.#counts].filter(([, number]) => number > 0);
    const things = [
      ...this.#names,
      ...counted.map(([key, number]) => messages.count(number, JSON.parse(key) as [string, string])),
    ];
    const isMany = things.length > 1 || (counted[0]?.[1] ?? 1) > 1 || /^l[ao]s /u.test(things[0] ?? '');
    return things.length === 0 ? [] : [toText(messages.list(things), isMany)];
  }
}

/** Kinds of blocks that are counted by the lists of what they show. */
const countedApart = new Set<BlockKind>(['image', 'embed', 'download']);

/** One entry in one line: «Cambió el título y 2 párrafos; se agregó 1 imagen». */
export function summarizeEntry(entry: EntryReport): string {
  const { kind, singular, size, images, embeds } = entry;
  if (isUnchanged(entry)) return messages.unchanged;
  if (kind === 'new' || kind === 'deleted') {
    const contents = [
      messages.words(0, kind === 'new' ? size.after : size.before),
      ...(images.length === 0 ? [] : [messages.count(images.length, messages.nouns.image)]),
      ...(embeds.length === 0 ? [] : [messages.count(embeds.length, messages.nouns.embed)]),
    ];
    return `${messages.entryKind(kind, singular)}: ${messages.list(contents)}`;
  }
  const clauses = toClauses(entry);
  return messages.capital(clauses.length === 0 ? messages.unchanged : clauses.join('; '));
}

function toClauses(entry: EntryReport): string[] {
  const { summary, nouns } = messages;
  const tallies = { changed: new Tally(), added: new Tally(), removed: new Tally(), moved: new Tally() };
  if (entry.kind === 'renamed') tallies.changed.name(summary.address);
  for (const { kind, label } of entry.fields) {
    // Of a list, the list: «Etiquetas, 2».
    tallies[kind === 'moved' || /, \d+$/u.test(label) ? 'changed' : kind].name(
      summary.field(label.replace(/, \d+$/u, '')),
    );
  }
  const reformatted = new Tally();
  for (const { kind, before, after, sentences, format } of entry.body.blocks) {
    const block = after?.kind ?? before?.kind;
    if (kind === 'kept' || kind === 'movedAway' || block === undefined) continue;
    if (countedApart.has(block)) {
      if (kind === 'moved') tallies.moved.count(nouns[block]);
    } else if (kind !== 'changed' || sentences.some((sentence) => sentence.kind !== 'kept')) {
      tallies[kind].count(nouns[block]);
    } else if (format.length > 0) reformatted.count(nouns[block]);
  }
  const items = [
    [summary.corrections, entry.corrections],
    [nouns.image, entry.images],
    [nouns.embed, entry.embeds],
    [nouns.download, entry.downloads],
    [summary.links, entry.links],
  ] as const;
  for (const [noun, changes] of items) changes.forEach(({ kind }) => tallies[kind].count(noun));
  const clauses = [
    ...tallies.changed.toClause(summary.changed),
    ...tallies.added.toClause(summary.added),
    ...tallies.removed.toClause(summary.removed),
    ...tallies.moved.toClause(summary.moved),
  ];
  const formats = reformatted.toClause(summary.formatOf);
  return clauses.length === 0 && formats.length > 0 ? [summary.format] : [...clauses, ...formats];
}

/** A change in one line, at most so many letters: for the queue, a commit status (140), a subject. */
export function summarize(report: Report, most = 140): string {
  const { entries, media } = report;
  const [first] = entries;
  const files = media.length === 0 ? [] : [messages.count(media.length, messages.summary.files)];
  if (first === undefined) return messages.capital(files[0] ?? messages.noChanges);
  const others = entries.length === 1 ? [] : [messages.summary.others(entries.length - 1)];
  const line =
    entries.length === 1
      ? summarizeEntry(first)
      : messages.summary.titled(first.title, summarizeEntry(first));
  const full = [line, ...others, ...files].join('; ');
  if (full.length <= most) return full;
  const rest = [...others, ...files].map((text) => `; ${text}`).join('');
  return `${cut(line, most - rest.length)}${rest}`;
}

/** The beginning of a line, up to the end of a clause, or of a word. */
function cut(line: string, most: number): string {
  const start = line.slice(0, Math.max(0, most - 1));
  const ends = [start.lastIndexOf(';'), start.lastIndexOf(','), start.lastIndexOf(' ')];
  const end = ends.find((index) => index > start.length / 2) ?? start.length;
  return `${start.slice(0, end)}…`;
}
