import { type DateStyle, toDay } from './dates.ts';
import type { PostEntry } from './posts.ts';
import { toKicker, type Topic } from './topics.ts';

/** A post as lists show it. */
export interface Story {
  readonly post: PostEntry;
  /** What it is mainly about, in a word or two. */
  readonly kicker: string | undefined;
  /** Changes with everything that a list may show of it. */
  readonly digest: string;
}

/** Posts as lists show them, in the same order. */
export const toStories = (posts: readonly PostEntry[], topics: readonly Topic[]): Story[] =>
  posts.map((post) => {
    const kicker = toKicker(post, topics)?.name;
    return { post, kicker, digest: `${post.digest} ${kicker ?? ''}` };
  });

/** The stories of a list that may be long: the newest at length, the others as lines by year. */
export interface StoryList {
  readonly newest: readonly Story[];
  readonly older: readonly { readonly year: string; readonly stories: readonly Story[] }[];
}

/** @param stories newest first @param length how many are shown at length */
export function toStoryList(stories: readonly Story[], length: number, style: DateStyle): StoryList {
  const byYear = Map.groupBy(stories.slice(length), ({ post }) => toDay(post.data.date, style).slice(0, 4));
  return {
    newest: stories.slice(0, length),
    older: [...byYear].map(([year, ofYear]) => ({ year, stories: ofYear })),
  };
}
