import type { Post } from '../../../content-schema/index.ts';
import type { PostEntry } from '../../../src/site/posts.ts';

/** A post of the collection with just enough in it. */
export function toPostEntry(id: string, values: Partial<Post> = {}): PostEntry {
  const data: Post = {
    title: `Título de ${id}`,
    image: 'https://example.org/x.jpg',
    description: 'De qué trata.',
    autor: 'Ana López',
    date: '2026-03-04T08:30:00-06:00',
    highlight: false,
    body: '',
    ...values,
  };
  return { id, digest: `digest-${id}`, data };
}
