import type { BlockChange, FieldChange } from '../../review/report/types.ts';
import { toBlockText } from './block-text.ts';

/** A block of an entry that is new, or goes, as a whole: there is nothing to compare it with. */
export const toPlainBlock = (block: BlockChange): BlockChange => {
  const text = toBlockText(block, block.after === undefined ? 'before' : 'after');
  return {
    ...block,
    kind: 'kept',
    sentences: text === '' ? [] : [{ kind: 'kept', parts: [{ kind: 'same', text }] }],
    format: [],
  };
};

/** A field of such an entry. */
export const toPlainField = (change: FieldChange): FieldChange => ({
  ...change,
  kind: 'changed',
  parts: [{ kind: 'same', text: change.after ?? change.before ?? '' }],
});
