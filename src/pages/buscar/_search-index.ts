import { buildIndex, type SearchIndex } from '../../search/index.ts';
import { toDay } from '../../site/dates.ts';
import { getPublishedPosts, getSettings, getTopics } from '../../site/newsroom.ts';
import { toTopicId } from '../../site/topics.ts';

async function loadIndex(): Promise<SearchIndex> {
  const [{ data: settings }, posts, topics] = await Promise.all([
    getSettings(),
    getPublishedPosts(),
    getTopics(),
  ]);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  return buildIndex(
    posts.map(({ id, data }) => ({
      id,
      data,
      day: toDay(data.date, settings),
      topics: [...new Set((data.tags ?? []).map(toTopicId))].flatMap((topic) => {
        const name = names.get(topic);
        return name === undefined ? [] : [{ id: topic, name }];
      }),
    })),
  );
}

let loaded: Promise<SearchIndex> | undefined;

/** The index of the published posts. A build makes it once; in development they may change at any time. */
export function getSearchIndex(): Promise<SearchIndex> {
  if (import.meta.env.DEV) return loadIndex();
  loaded ??= loadIndex();
  return loaded;
}
