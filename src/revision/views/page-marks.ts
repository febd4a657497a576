import type { BlockChange, EntryReport } from '../../review/report/types.ts';

export type Version = 'before' | 'after';

/** What became of a place on the page. */
type MarkState = 'kept' | 'added' | 'removed' | 'changed' | 'moved';

/** A place on a rendered page that stands for a block of the body, or for some fields of the form. */
export type PageMark =
  | { readonly kind: 'block'; readonly index: number; readonly state: MarkState; readonly gone: number }
  | { readonly kind: 'field'; readonly field: string; readonly state: MarkState };

/** Is a block read in a version, at the place where it is listed? */
const isIn = ({ kind, before, after }: BlockChange, version: Version): boolean =>
  version === 'before'
    ? before !== undefined && kind !== 'moved'
    : after !== undefined && kind !== 'movedAway';

function toState({ kind, format }: BlockChange): MarkState {
  if (kind === 'movedAway') return 'moved';
  return kind === 'kept' && format.length > 0 ? 'changed' : kind;
}

/**
 * What an element of a page stands for that came from some lines of the body (`data-lines`): the first block that
 * changed among those that it holds, or else the first.
 * @param lines as the element says: «3-5»
 */
export function findBlockMark(
  blocks: readonly BlockChange[],
  version: Version,
  lines: string,
): PageMark | undefined {
  const [first = 0, last = first] = lines.split('-').map(Number);
  const held = blocks.flatMap((block, index) => {
    const at = block[version];
    const isHeld = at !== undefined && isIn(block, version) && at.lines[0] <= last && first <= at.lines[1];
    return isHeld ? [{ index, state: toState(block) }] : [];
  });
  const found = held.find(({ state }) => state !== 'kept') ?? held[0];
  const [start] = held;
  return found && start && { kind: 'block', ...found, gone: countGone(blocks, version, start.index) };
}

/** How many blocks stood right before one that the other version alone has. */
function countGone(blocks: readonly BlockChange[], version: Version, index: number): number {
  const lost = version === 'after' ? 'removed' : 'added';
  let count = 0;
  while (blocks[index - count - 1]?.kind === lost) count++;
  return count;
}

/** The place on a page that shows a field: the words around the cover stand with it. */
const toShown = (field: string): string => (field.startsWith('image') ? 'image' : field);

/** What an element of a page stands for that shows a field (`data-field`); undefined when nothing of it changed. */
export function findFieldMark(
  { kind: what, fields, corrections }: Pick<EntryReport, 'kind' | 'fields' | 'corrections'>,
  field: string,
): PageMark | undefined {
  const change = fields.find((candidate) => toShown(candidate.field) === field);
  if (change !== undefined) {
    const isAdded = what === 'new' || (change.field === field && change.kind === 'added');
    const state = what === 'deleted' ? 'removed' : isAdded ? 'added' : 'changed';
    return { kind: 'field', field: change.field, state };
  }
  return field === 'corrections' && corrections.length > 0
    ? { kind: 'field', field, state: corrections.every(({ kind }) => kind === 'added') ? 'added' : 'changed' }
    : undefined;
}
