import type { Values } from '../../content-schema/index.ts';
import { foldText } from './fold-text.ts';
import type { Edit, Problem, ValuePath } from './rule.ts';

type TextEdit = Extract<Edit, { start: number }>;

const toKey = (path: ValuePath): string => path.join('\n');

/** Two edits that cannot both be made on the same text: their ranges overlap or start at the same place. */
const collide = (a: TextEdit, b: TextEdit): boolean =>
  toKey(a.path) === toKey(b.path) && (a.start === b.start || (a.start < b.end && b.start < a.end));

/**
 * The problems whose edits can be made together: of those that collide, the one that starts first, then the
 * one that reaches further. The order in which problems are given does not matter.
 */
export function selectCompatible<P extends Problem>(problems: readonly P[]): P[] {
  const firstEdit = ({ edits = [] }: Problem): TextEdit | undefined =>
    edits.find((edit): edit is TextEdit => 'start' in edit);
  const reach = ({ edits = [] }: Problem): number =>
    Math.max(0, ...edits.map((edit) => ('start' in edit ? edit.end : 0)));
  const ordered = problems
    .filter(({ edits = [] }) => edits.length > 0)
    .toSorted((a, b) => {
      const [x, y] = [firstEdit(a), firstEdit(b)];
      return (
        (x?.start ?? -1) - (y?.start ?? -1) ||
        reach(b) - reach(a) ||
        compare(JSON.stringify(a.edits), JSON.stringify(b.edits))
      );
    });
  const selected: P[] = [];
  const taken: TextEdit[] = [];
  for (const problem of ordered) {
    const edits = (problem.edits ?? []).filter((edit): edit is TextEdit => 'start' in edit);
    if (edits.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    taken.push(...edits);
    selected.push(problem);
  }
  return selected;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The values with edits made, which must not collide. Nothing else changes. */
export function applyEdits(values: Values, edits: readonly Edit[]): Values {
  let result: unknown = values;
  const texts = edits.filter((edit): edit is TextEdit => 'start' in edit);
  for (const { path, start, end, text } of texts.toSorted((a, b) => b.start - a.start)) {
    result = change(result, path, (old) => {
      if (typeof old !== 'string') throw new TypeError(`There is no text at ${path.join('.')}.`);
      return old.slice(0, start) + text + old.slice(end);
    });
  }
  for (const edit of edits) {
    if ('add' in edit) result = change(result, edit.path, (old) => addItem(old, edit.add));
  }
  return result as Values;
}

/** The list with an item that it does not have yet, whatever its case and accents. */
function addItem(list: unknown, item: string): unknown[] {
  const items: unknown[] = Array.isArray(list) ? (list as unknown[]) : [];
  const has = items.some((other) => typeof other === 'string' && foldText(other) === foldText(item));
  return has ? items : [...items, item];
}

function change(value: unknown, [key, ...rest]: ValuePath, to: (old: unknown) => unknown): unknown {
  if (key === undefined) return to(value);
  if (Array.isArray(value)) {
    return (value as unknown[]).map((item, index) => (index === key ? change(item, rest, to) : item));
  }
  const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...object, [key]: change(object[key], rest, to) };
}
