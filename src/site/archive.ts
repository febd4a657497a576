import { type DateStyle, toDay } from './dates.ts';
import type { PostEntry } from './posts.ts';

/** The posts of a month in the time zone of the site. */
interface ArchiveMonth<P extends PostEntry = PostEntry> {
  /** `2026-11` */
  readonly month: string;
  /** Newest first; at least one. */
  readonly posts: readonly P[];
}

export interface ArchiveYear<P extends PostEntry = PostEntry> {
  /** `2026` */
  readonly year: string;
  /** How many posts. */
  readonly count: number;
  /** Newest first; at least one. */
  readonly months: readonly ArchiveMonth<P>[];
}

/** Years with posts, newest first. @param published newest first */
export function toArchiveYears<P extends PostEntry>(
  published: readonly P[],
  style: DateStyle,
): ArchiveYear<P>[] {
  const months = [...Map.groupBy(published, ({ data }) => toDay(data.date, style).slice(0, 7))];
  const years = Map.groupBy(months, ([month]) => month.slice(0, 4));
  return [...years].map(([year, ofYear]) => ({
    year,
    count: ofYear.reduce((sum, [, posts]) => sum + posts.length, 0),
    months: ofYear.map(([month, posts]) => ({ month, posts })),
  }));
}

/** What stands before and after an item of a list that has the newest first. */
export interface Neighbours<T> {
  readonly newer: T | undefined;
  readonly older: T | undefined;
}

/** Every item of a list with its neighbours. @param items newest first */
export const withNeighbours = <T>(items: readonly T[]): (Neighbours<T> & { readonly item: T })[] =>
  items.map((item, index) => ({ item, newer: items[index - 1], older: items[index + 1] }));
