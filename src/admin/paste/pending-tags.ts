import type { Collection, Values } from '../../../content-schema/index.ts';
import { foldText } from '../../copy-desk/index.ts';

/**
 * Tags that came with what was pasted. They join the entry when it is saved: a list of Decap's form takes no
 * item from outside while it is open.
 */
let pending: readonly string[] = [];

/** Does an entry of this collection have tags? */
export const hasTags = ({ fields }: Collection): boolean => 'tags' in fields;

export function addPendingTags(tags: readonly string[]): void {
  pending = [...pending, ...tags];
}

export function removePendingTags(tags: readonly string[]): void {
  pending = pending.filter((tag) => !tags.includes(tag));
}

/** Forgets all of them: another entry was opened. */
export function forgetPendingTags(): void {
  pending = [];
}

/** The values with the pending tags that they do not have; the same object where there are none. */
export function takePendingTags(collection: Collection, values: Values): Values {
  const old = Array.isArray(values['tags']) ? (values['tags'] as unknown[]) : [];
  const known = new Set(old.map((tag) => foldText(String(tag))));
  const added = pending.filter((tag) => {
    const isNew = !known.has(foldText(tag));
    known.add(foldText(tag));
    return isNew;
  });
  pending = [];
  return added.length > 0 && hasTags(collection) ? { ...values, tags: [...old, ...added] } : values;
}
