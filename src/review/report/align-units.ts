import { diffIndices } from 'node-diff3';
import { alignTexts, compareWordSets, toWords } from '../align.ts';
import type { Unit } from './units.ts';

/** A unit of the earlier version that is one of the later, perhaps reworded; or one that the other version has not. */
export type Step =
  | { readonly old: Unit; readonly now: Unit }
  | { readonly old: Unit; readonly now?: undefined }
  | { readonly old?: undefined; readonly now: Unit };

/** Which units of two versions of a passage are the same, in order. Each unit is in one step, or its pieces are. */
export function alignUnits(olds: readonly Unit[], nows: readonly Unit[]): Step[] {
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  const hunks = diffIndices(
    olds.map(({ key }) => key),
    nows.map(({ key }) => key),
  );
  for (const { buffer1, buffer2 } of [...hunks, { buffer1: [olds.length, 0], buffer2: [nows.length, 0] }]) {
    const [start = 0, length = 0] = buffer1;
    const [nowStart = 0, nowLength = 0] = buffer2;
    steps.push(...zip(olds.slice(i, start), nows.slice(j, nowStart)));
    [i, j] = [start + length, nowStart + nowLength];
    steps.push(...alignChanged(olds.slice(start, i), nows.slice(nowStart, j)));
  }
  return steps;
}

const zip = (olds: readonly Unit[], nows: readonly Unit[]): Step[] =>
  olds.flatMap((old, index) => {
    const now = nows[index];
    return now === undefined ? [] : [{ old, now }];
  });

/** Units of which none is in the other version as it is. */
function alignChanged(olds: readonly Unit[], nows: readonly Unit[]): Step[] {
  if (olds.length === 0 || nows.length === 0) return toGone(olds, nows);
  if (isSameText(olds, nows)) return cut(olds, nows);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  const texts = [olds, nows].map((units) => units.map(({ text }) => text));
  for (const [nextI, nextJ] of [
    ...alignTexts(texts[0] ?? [], texts[1] ?? []),
    [olds.length, nows.length] as const,
  ]) {
    steps.push(...alignRest(olds.slice(i, nextI), nows.slice(j, nextJ)));
    steps.push(...zip(olds.slice(nextI, nextI + 1), nows.slice(nextJ, nextJ + 1)));
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return steps;
}

/** How much of their words some sentences must share with others to count as them, rewritten together. */
const likeness = 0.5;

/** Sentences of which none is another one, reworded; but some together may be some others together. */
function alignRest(olds: readonly Unit[], nows: readonly Unit[]): Step[] {
  const [old, now] = [joinUnits(olds), joinUnits(nows)];
  const isAlike =
    old !== undefined &&
    now !== undefined &&
    (compareWordSets(toWords(old.text), toWords(now.text)) >= likeness || isLonger(old.text, now.text));
  return isAlike ? [{ old, now }] : alignShown(olds, nows);
}

/** Was something added to one of them, or taken away at an end? */
function isLonger(old: string, now: string): boolean {
  const [short, long] = old.length < now.length ? [old, now] : [now, old];
  const stem = short.replace(/[\s\p{P}]+$/u, '');
  return stem !== '' && (long.startsWith(stem) || long.endsWith(stem));
}

/** Sentences of one block as one. */
export function joinUnits(units: readonly Unit[]): Unit | undefined {
  const [first] = units;
  const isOne = first !== undefined && units.every(({ block, text }) => text !== '' && block === first.block);
  return isOne ? { ...first, text: join(units), key: join(units) } : undefined;
}

const toGone = (olds: readonly Unit[], nows: readonly Unit[]): Step[] => [
  ...olds.map((old) => ({ old })),
  ...nows.map((now) => ({ now })),
];

const toKind = ({ text, key }: Unit): string => (text === '' ? key.slice(0, key.indexOf(':') + 1) : '');

/** A picture in the place of a picture took its place, and so with videos and downloads. */
function alignShown(olds: readonly Unit[], nows: readonly Unit[]): Step[] {
  const index = olds.findIndex(
    (old) => toKind(old) !== '' && nows.some((now) => toKind(now) === toKind(old)),
  );
  const old = olds[index];
  const other = nows.findIndex((now) => old !== undefined && toKind(now) === toKind(old));
  const now = nows[other];
  if (old === undefined || now === undefined) return toGone(olds, nows);
  return [
    ...toGone(olds.slice(0, index), nows.slice(0, other)),
    { old, now },
    ...alignShown(olds.slice(index + 1), nows.slice(other + 1)),
  ];
}

const join = (units: readonly Unit[]): string => units.map(({ text }) => text).join(' ');

/** Do they differ in nothing but where they begin and end? */
const isSameText = (olds: readonly Unit[], nows: readonly Unit[]): boolean =>
  join(olds) === join(nows) && [...olds, ...nows].every(({ text }) => text !== '');

/** The same text, cut at every place at which either version ends a unit. */
function cut(olds: readonly Unit[], nows: readonly Unit[]): Step[] {
  const steps: Step[] = [];
  const [left, right] = [[...olds], [...nows]];
  for (let [old, now] = [left.shift(), right.shift()]; old !== undefined && now !== undefined;) {
    const length = Math.min(old.text.length, now.text.length);
    steps.push({ old: slice(old, 0, length), now: slice(now, 0, length) });
    const [oldRest, nowRest]: Unit[] = [slice(old, length + 1), slice(now, length + 1)];
    old = oldRest?.text === '' ? left.shift() : oldRest;
    now = nowRest?.text === '' ? right.shift() : nowRest;
  }
  return steps;
}

function slice(unit: Unit, from: number, to?: number): Unit {
  const text = unit.text.slice(from, to);
  return { ...unit, text, key: text, start: unit.start + from };
}
