import { messages } from './messages.ts';
import type { Place, PlaceChange } from './passages.ts';

const list = new Intl.ListFormat('es', { type: 'conjunction' });

/** What changed, in one line: «Cambió el título; se agregaron 2 párrafos». Empty when nothing did. */
export function summarizeChanges(changes: readonly PlaceChange[]): string {
  const clauses = (['changed', 'added', 'removed', 'moved'] as const).flatMap((kind) => {
    const counts = new Map<Place, number>();
    for (const { place } of changes.filter((change) => change.kind === kind))
      counts.set(place, (counts.get(place) ?? 0) + 1);
    const names = [...counts].map(([place, count]) => toName(place, count));
    const isOne = names.length === 1 && names.every(({ isMany }) => !isMany);
    return names.length === 0
      ? []
      : [`${messages.verbs[kind][isOne ? 0 : 1]} ${list.format(names.map(({ text }) => text))}`];
  });
  return clauses.map((clause, index) => (index === 0 ? clause : lowerFirst(clause))).join('; ');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function toName(place: Place, count: number): { text: string; isMany: boolean } {
  const name = messages.places[place];
  if ('several' in name && count > 1) return { text: `${String(count)} ${name.several}`, isMany: true };
  return { text: name.one, isMany: 'many' in name };
}
