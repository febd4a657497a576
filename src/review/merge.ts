import type { Conflict, Resolution } from './conflict.ts';

/** What a person decided, by id of conflict. */
export type Resolutions = ReadonlyMap<string, Resolution>;

/** Two changed versions of something, put together as far as they go. */
export interface Merge<T> {
  readonly conflicts: readonly Conflict[];
  /** @throws RangeError when a conflict has no resolution */
  resolve(resolutions: Resolutions): T;
}

/** A merge that asks nothing. */
export const settled = <T>(value: T): Merge<T> => ({ conflicts: [], resolve: () => value });

/** A merge that is nothing but a question. @param choose makes the value of an answer */
export const toQuestion = <T>(conflict: Conflict, choose: (resolution: Resolution) => T): Merge<T> => ({
  conflicts: [conflict],
  resolve: (resolutions) => choose(getResolution(conflict, resolutions)),
});

/** The answer to a conflict. @throws RangeError when there is none */
export function getResolution({ id, label }: Conflict, resolutions: Resolutions): Resolution {
  const resolution = resolutions.get(id);
  if (resolution === undefined) throw new RangeError(`The conflict «${label}» (${id}) is not resolved.`);
  return resolution;
}

/** Equal whatever the order of keys. */
export const isSame = (a: unknown, b: unknown): boolean => toCanonical(a) === toCanonical(b);

/** A value as JSON with sorted keys: the same text for the same value. */
export function toCanonical(value: unknown): string {
  const sorted = (_: string, part: unknown): unknown =>
    isRecord(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part;
  return JSON.stringify(value, sorted) ?? '';
}

/** A group of values by key. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a key of its own. */
export const getKey = (values: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined;
