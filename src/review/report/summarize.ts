import { isUnchanged } from './report-entry.ts';
import { messages } from './messages.ts';
import type { BlockKind, BodyChange, EntryReport, MediaChange, Report } from './types.ts';

type Noun = readonly [one: string, many: string];

/** What happened to some things: «cambió el título y 2 párrafos». */
class Tally {
  readonly #counts = new Map<string, { noun: Noun; number: number; part: string }>();
  readonly #names: string[] = [];

  name(name: string): void {
    if (!this.#names.includes(name)) this.#names.push(name);
  }

  /** @param part what of the thing, where not all of it: «la dirección de» */
  count(noun: Noun, part = ''): void {
    const key = `${part} ${noun[0]}`;
    this.#counts.set(key, { noun, number: (this.#counts.get(key)?.number ?? 0) + 1, part });
  }

  toClause(toText: (things: string, isMany: boolean) => string): string[] {
    const counted = [...this.#counts.values()];
    const things = [
      ...this.#names,
      ...counted.map(({ noun, number, part }) => `${part}${messages.count(number, noun)}`),
    ];
    const isMany =
      things.length > 1 ||
      counted.some(({ number, part }) => number > 1 && part === '') ||
      /^l[ao]s /u.test(things[0] ?? '');
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
  const isAnew = isRewritten(entry.body);
  for (const { kind, before, after, sentences, format } of entry.body.blocks) {
    const block = after?.kind ?? before?.kind;
    if (kind === 'kept' || kind === 'movedAway' || block === undefined) continue;
    if (countedApart.has(block)) {
      if (kind === 'moved') tallies.moved.count(nouns[block]);
    } else if (isAnew) continue;
    else if (kind !== 'changed' || sentences.some((sentence) => sentence.kind !== 'kept')) {
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
  for (const [noun, changes] of items)
    changes.forEach((change) => tallies[change.kind].count(noun, toPart(change)));
  const clauses = [
    ...(isAnew ? [summary.rewritten] : []),
    ...tallies.changed.toClause(summary.changed),
    ...tallies.added.toClause(summary.added),
    ...tallies.removed.toClause(summary.removed),
    ...tallies.moved.toClause(summary.moved),
  ];
  const formats = reformatted.toClause(summary.formatOf);
  if (clauses.length > 0 || formats.length === 0) return [...clauses, ...formats];
  return [isCutOtherwise(entry.body) ? summary.cut : summary.format];
}

/** Of a thing of which one part differs, that part: «el texto alternativo de». */
const toPart = (change: object): string => {
  const keys = 'changed' in change && Array.isArray(change.changed) ? change.changed : [];
  const [key] = keys;
  return keys.length === 1 && isPart(key) ? messages.summary.parts[key] : '';
};

const isPart = (key: unknown): key is keyof typeof messages.summary.parts =>
  typeof key === 'string' && Object.hasOwn(messages.summary.parts, key);

/** Is there a text on both sides, and nothing in common? */
function isRewritten({ blocks }: BodyChange): boolean {
  const kinds = blocks
    .filter(({ before, after }) => !countedApart.has((after ?? before)?.kind ?? 'image'))
    .map(({ kind }) => kind);
  return (
    ['added', 'removed'].every((kind) => kinds.filter((one) => one === kind).length > 1) &&
    kinds.every((kind) => kind === 'added' || kind === 'removed')
  );
}

/** Does nothing differ but where paragraphs begin and end? */
const isCutOtherwise = ({ blocks }: BodyChange): boolean =>
  blocks
    .filter(({ kind }) => kind !== 'kept')
    .every(
      ({ after, format }) =>
        after?.kind === 'paragraph' && format.every(({ kind }) => kind === 'split' || kind === 'joined'),
    );

/** A change in one line, at most so many letters: for the queue, a commit status (140), a subject. */
export function summarize(report: Report, most = 140): string {
  const { entries, media } = report;
  const [first] = entries;
  const files = media.length === 0 ? [] : [toFiles(media)];
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

/** What became of uploaded files: «se reemplazó 1 archivo». */
function toFiles(media: readonly MediaChange[]): string {
  const { files, fileKinds } = messages.summary;
  const [first] = media;
  const number = messages.count(media.length, files);
  return first !== undefined && media.every(({ kind }) => kind === first.kind)
    ? fileKinds[first.kind](number, media.length > 1)
    : number;
}

/** The beginning of a line, up to the end of a clause, or of a word. */
function cut(line: string, most: number): string {
  const start = line.slice(0, Math.max(0, most - 1));
  const ends = [start.lastIndexOf(';'), start.lastIndexOf(','), start.lastIndexOf(' ')];
  const end = ends.find((index) => index > start.length / 2) ?? start.length;
  return `${start.slice(0, end)}…`;
}
