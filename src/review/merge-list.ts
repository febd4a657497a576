import { toText } from './field-text.ts';
import type { FormField } from './form-field.ts';
import { matchItems } from './match-items.ts';
import { isSame, type Merge, settled, toCanonical, toQuestion } from './merge.ts';
import type { Place } from './merge-body.ts';
import { messages } from './messages.ts';
import { type Orders, orderItems } from './order-items.ts';

type Items = readonly unknown[];
type Versions<T> = readonly [base: T, yours: T, theirs: T];

/**
 * Merges lists by item: what one side added, changed, moved or took away. What both added is there once.
 * @param mergeItem merges the versions of one item, undefined where it is not there
 */
export function mergeList(
  place: Place,
  field: FormField,
  versions: Versions<Items>,
  mergeItem: (place: Place, ...versions: Versions<unknown>) => Merge<unknown>,
): Merge<unknown> {
  const [base, yours, theirs] = versions;
  const items = matchItems(base, yours, theirs)
    .map((match) => {
      const values: Versions<unknown> = [
        getItem(base, match.base),
        getItem(yours, match.yours),
        getItem(theirs, match.theirs),
      ];
      return { ...match, values, key: values.slice(1).map(toCanonical).sort().join('\n') };
    })
    .filter(({ values }) => !isGone(...values));
  const orders = orderItems(items);
  const order = mergeOrders(place, field, versions, orders);
  const merges = new Map(
    ('only' in orders ? orders.only : orders.first).map((item, index) => {
      const label = messages.item(place.label, index + 1);
      return [item, mergeItem({ ...place, id: `${place.id}[${String(index)}]`, label }, ...item.values)];
    }),
  );
  return {
    conflicts: [...order.conflicts, ...[...merges.values()].flatMap(({ conflicts }) => conflicts)],
    resolve(resolutions) {
      const values = order
        .resolve(resolutions)
        .map((item) => merges.get(item)?.resolve(resolutions))
        .filter((value) => value !== undefined);
      return values.length === 0 && field.required === false ? undefined : values;
    },
  };
}

const getItem = (items: Items, index: number | undefined): unknown =>
  index === undefined ? undefined : items[index];

/** Did one side take it away, and the other leave it as it was? */
const isGone = (base: unknown, yours: unknown, theirs: unknown): boolean =>
  (yours === undefined && (theirs === undefined || isSame(base, theirs))) ||
  (theirs === undefined && isSame(base, yours));

function mergeOrders<T>(
  place: Place,
  field: FormField,
  [base, yours, theirs]: Versions<Items>,
  orders: Orders<T>,
): Merge<readonly T[]> {
  if ('only' in orders) return settled(orders.only);
  const conflict = {
    id: `${place.id}[]`,
    field: place.field,
    label: messages.order(place.label),
    base: toText(field, base),
    yours: toText(field, yours),
    theirs: toText(field, theirs),
  };
  return toQuestion(conflict, ({ choice }) => orders[choice === 'theirs' ? 'theirs' : 'yours']);
}
