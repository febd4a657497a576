import type { Author } from '../../content-schema/index.ts';
import type { PostEntry } from './posts.ts';

export interface AuthorEntry {
  readonly id: string;
  readonly digest: string;
  readonly data: Author;
}

const toKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('es');

/** The author of a name as posts sign, or undefined when nobody of that name is listed. */
export const findAuthor = <A extends AuthorEntry>(authors: readonly A[], name: string): A | undefined =>
  authors.find(({ data }) => toKey(data.name) === toKey(name));

export const toPostsBy = <P extends PostEntry>(published: readonly P[], author: AuthorEntry): P[] =>
  published.filter(({ data }) => toKey(data.autor) === toKey(author.data.name));
