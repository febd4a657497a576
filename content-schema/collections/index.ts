import type { Collection } from '../collection.ts';
import { authors } from './authors.ts';
import { pages } from './pages.ts';
import { posts } from './posts.ts';
import { site } from './site.ts';
import { topics } from './topics.ts';

/** Every collection, by name, in the order in which the form lists them. */
export const collections = { posts, authors, topics, pages, site } as const satisfies Record<
  string,
  Collection
>;

export type CollectionName = keyof typeof collections;
