import type { Site } from '../../content-schema/index.ts';
import { maskMail } from './mail.ts';
import { messages } from './messages.ts';
import { toPostPath } from './urls.ts';

/** Who stands behind a change, by name. */
export interface ChangePeople {
  readonly authors: readonly string[];
  readonly approvers: readonly string[];
  /** Who merged it, where nobody is said to have approved it. */
  readonly publishers: readonly string[];
}

/** The same as readers are told of it: names, or what people do, as the settings want it. */
export interface ToldPeople {
  readonly wrote?: string;
  readonly approved?: string;
  readonly published?: string;
}

const list = new Intl.ListFormat('es', { type: 'conjunction' });

/**
 * Who wrote and who approved. Without names, approvers count only where they did not write it: then somebody else stands
 * behind it, and that is what readers may want to know.
 */
export function toToldPeople(
  { authors, approvers, publishers }: ChangePeople,
  { recordPeople = 'funcion' }: Pick<Site, 'recordPeople'>,
): ToldPeople {
  const told = (names: readonly string[]): string => maskMail(list.format(names));
  if (recordPeople === 'nombre')
    return {
      ...(authors.length > 0 && { wrote: told(authors) }),
      ...(approvers.length > 0 && { approved: told(approvers) }),
      ...(publishers.length > 0 && { published: told(publishers) }),
    };
  const { newsroom, reviewers } = messages.history.people;
  const others = approvers.filter((name) => !authors.includes(name));
  return {
    ...(authors.length > 0 && { wrote: newsroom }),
    ...(others.length > 0 && { approved: reviewers(others.length) }),
    ...(publishers.length > 0 && { published: reviewers(publishers.length) }),
  };
}

/** The same in sentences. */
export const toPeopleText = ({ wrote, approved, published }: ToldPeople): string =>
  [
    wrote && messages.history.people.wrote(wrote),
    approved && messages.history.people.approved(approved),
    published && messages.history.people.published(published),
  ]
    .filter(Boolean)
    .join(' ');

/** Must readers not see what this post said before? Its address stands in the settings, with slashes or without. */
export const isWithheld = (id: string, { recordWithheld = [] }: Pick<Site, 'recordWithheld'>): boolean =>
  recordWithheld.some((address) => toPlain(address) === toPlain(decodeURIComponent(toPostPath(id))));

const toPlain = (address: string): string => address.normalize('NFC').replace(/^\/+|\/+$/gu, '');
