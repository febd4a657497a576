import { messages } from './messages.ts';
import { type PlaceChange, toPlaceChanges } from './passages.ts';
import type { PostText } from './post-text.ts';
import { reportChange } from './report-trimmed.ts';
import { summarizeChanges } from './summary.ts';
import { type Seen, toSeen } from './timeline.ts';
import type { ChangeKind, Passage, PostRecord, RecordedChange, Step } from './types.ts';

/** A post as one step left it; without a text it was gone. */
interface RecordedVersion {
  readonly step: Step;
  readonly text: PostText | undefined;
}

/** The day of a moment (milliseconds) where the site is: `2026-03-04`. */
type ToDay = (time: number) => string;

export interface RecordSource {
  /** Oldest first. */
  readonly versions: readonly RecordedVersion[];
  readonly now: number;
  readonly toDay: ToDay;
}

/** A step that changes so many posts, or brings so many, is work on the site and no news of one post. */
const [mostChanged, mostAdded] = [20, 20];

/** For a shorter time than this a post was not gone, milliseconds: somebody took a wrong date. */
const shortestAbsence = 24 * 3_600_000;

type SeenText = Seen<PostText>;

/** What became of a post since readers could see it; undefined: nothing. */
export function toRecord({ versions, now, toDay }: RecordSource): PostRecord | undefined {
  // Clocks differ; the order of main does not, and nothing comes from the future.
  let time = 0;
  const timed = versions.map(({ step, text }) => {
    time = Math.min(Math.max(time, step.time), now);
    return { time, value: text, date: text?.date ?? 0 };
  });
  const seen = toSeen(timed, now);
  const [first] = seen;
  if (first === undefined) return undefined;
  const groups = toGroups(seen, versions, toDay);
  const changes = groups
    .map((group) => toChange(group, versions, toDay))
    .filter((change) => change !== undefined);
  if (changes.length === 0) return undefined;
  return { since: toIso(first.from), changes: changes.toReversed() };
}

const toIso = (time: number): string => new Date(time).toISOString();

/** Versions that are told of together, and what readers saw before them. */
interface Group {
  readonly before: SeenText;
  readonly versions: readonly [SeenText, ...SeenText[]];
  readonly isGeneral: boolean;
  readonly isAbsence: boolean;
}

/** What was published on one day, one after the other, is one change: readers want to know what came of it. */
function toGroups(seen: readonly SeenText[], versions: readonly RecordedVersion[], toDay: ToDay): Group[] {
  const groups: Group[] = [];
  for (const [index, version] of seen.entries()) {
    const before = seen[index - 1];
    if (before === undefined) continue;
    const isAbsence = version.from - (before.until ?? version.from) >= shortestAbsence;
    const isGeneral = isWorkOnSite(versions[version.index]?.step);
    const last = groups.at(-1);
    const joins =
      last !== undefined &&
      !isAbsence &&
      !last.isAbsence &&
      last.isGeneral === isGeneral &&
      toDay(last.versions[0].from) === toDay(version.from);
    if (joins) groups[groups.length - 1] = { ...last, versions: [...last.versions, version] };
    else groups.push({ before, versions: [version], isGeneral, isAbsence });
  }
  return groups;
}

const isImport = (step: Step | undefined): boolean => step !== undefined && step.added > mostAdded;
const isWorkOnSite = (step: Step | undefined): boolean =>
  step !== undefined && (step.changed > mostChanged || isImport(step));

function toChange(
  { before, versions: group, isGeneral, isAbsence }: Group,
  versions: readonly RecordedVersion[],
  toDay: ToDay,
): RecordedChange | undefined {
  const [first, last] = [group[0], group.at(-1) ?? group[0]];
  const steps = versions.slice(first.first, last.index + 1).map(({ step }) => step);
  // What an import writes again is what its source has.
  if (isGeneral && steps.every(isImport)) return undefined;
  const all = compare(before, last, toDay);
  // Pictures and links that many posts change at once are files that moved.
  const places = isGeneral ? all.filter(({ isText }) => isText) : all;
  const kind = toKind(places, isGeneral, isAbsence);
  if (places.length === 0 && !isAbsence && (isGeneral || !wasWorthTelling(group, toDay))) return undefined;
  const notes = places.filter(isNewNote);
  const others = places.filter((place) => !isNewNote(place));
  return {
    kind,
    from: toIso(isAbsence ? (before.until ?? first.from) : first.from),
    until: toIso(last.from),
    times: group.length,
    summary:
      summarizeChanges(others.length > 0 ? others : places) ||
      (isAbsence ? messages.absence : messages.nothingLeft),
    corrections: notes.map(({ parts }) => parts.map(({ text }) => text).join('')),
    reasons: toUnique(steps.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))),
    authors: toUnique(steps.flatMap(({ authors }) => authors)),
    approvers: toUnique(steps.flatMap(({ approvers }) => approvers)),
    publishers: toUnique(steps.flatMap(({ publisher }) => (publisher === undefined ? [] : [publisher]))),
    passages: others.map(toPassage),
  };
}

/** Text that was there for readers and is gone again on the same day: what was it? Nothing, where one version is left. */
function wasWorthTelling([first, second]: Group['versions'], toDay: ToDay): boolean {
  return second !== undefined && compare(first, second, toDay).some(({ isMinor }) => !isMinor);
}

const compare = ({ value: before }: SeenText, { value: after }: SeenText, toDay: ToDay): PlaceChange[] =>
  toPlaceChanges(
    reportChange(before, after),
    before.date === after.date || toDay(before.date) === toDay(after.date),
  );

const toUnique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** It stands by itself, over all else that changed. */
const isNewNote = ({ place, kind }: PlaceChange): boolean => place === 'correction' && kind === 'added';

function toKind(places: readonly PlaceChange[], isGeneral: boolean, isAbsence: boolean): ChangeKind {
  if (places.some(isNewNote)) return 'correction';
  if (isAbsence) return 'absence';
  if (isGeneral) return 'general';
  return places.every(({ isMinor }) => isMinor) ? 'minor' : 'change';
}

function toPassage({ place, kind, parts }: PlaceChange): Passage {
  return { label: messages.headings[place] + messages.labels[kind], parts };
}
