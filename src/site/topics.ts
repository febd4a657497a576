import { slug } from 'github-slugger';
import type { TopicText } from '../../content-schema/index.ts';
import type { PostEntry } from './posts.ts';

/** What an editor wrote about a topic. */
export interface TopicEntry {
  readonly id: string;
  readonly digest: string;
  readonly data: TopicText;
}

/** What some posts are about. */
export interface Topic<P extends PostEntry = PostEntry> {
  /** Its part of the address, ASCII. */
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  /** Changes with name and description. */
  readonly digest: string;
  /** Newest first; at least one. */
  readonly posts: readonly P[];
}

/** The address part of a tag: without accents, case or signs. Tags that share one are one topic. */
export const toTopicId = (tag: string): string =>
  slug(
    tag
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
      .trim()
      .replace(/\s+/gu, ' '),
  );

/**
 * The topics of some posts, those with most posts first, then by name. A topic is called as an editor wrote it
 * in its entry, else as its newest post has it. Tags without a letter or digit are none.
 * @param published newest first
 */
export function toTopics<P extends PostEntry>(
  published: readonly P[],
  entries: readonly TopicEntry[],
): Topic<P>[] {
  const written = new Map(entries.map((entry) => [toTopicId(entry.data.name), entry]));
  const found = new Map<string, { name: string; posts: P[] }>();
  for (const post of published) {
    const names = new Map((post.data.tags ?? []).map((tag) => [toTopicId(tag), tag]));
    for (const [id, name] of names) {
      if (id === '') continue;
      const topic = found.get(id) ?? { name, posts: [] };
      topic.posts.push(post);
      found.set(id, topic);
    }
  }
  const byName = new Intl.Collator('es');
  return [...found]
    .map(([id, { name, posts }]) => {
      const { data, digest } = written.get(id) ?? {};
      return {
        id,
        name: data?.name ?? name,
        description: data?.description,
        digest: digest ?? name,
        posts,
      };
    })
    .sort((a, b) => b.posts.length - a.posts.length || byName.compare(a.name, b.name));
}

/** The topic of a tag as a post has it. */
export const findTopic = <T extends Topic>(topics: readonly T[], tag: string): T | undefined => {
  const id = toTopicId(tag);
  return topics.find((topic) => topic.id === id);
};

/** What a post is mainly about, for the line above its title: the topic of the first of its tags that has one. */
export function toKicker<T extends Topic>(post: PostEntry, topics: readonly T[]): T | undefined {
  for (const tag of post.data.tags ?? []) {
    const topic = findTopic(topics, tag);
    if (topic !== undefined) return topic;
  }
  return undefined;
}
