import { distance } from 'fastest-levenshtein';
import { decodePart } from '../../content-schema/index.ts';

/** The longest part of an address that is compared: nobody types more, programs that look for holes do. */
const longest = 150;

/** The share of letters that may differ. */
const tolerance = 0.35;

/** What people remember of an address: its last part, without date, accents, capitals and ending. */
const toName = (path: string): string =>
  decodePart(path.split('/').filter(Boolean).at(-1) ?? '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\.html?$/u, '')
    .replace(/^\d{4}-\d{2}-\d{2}-/u, '');

/**
 * The published paths that are most like one that leads nowhere, the most alike first: mistyped, cut off, or
 * without its date.
 * @param path as the browser sent it
 */
export function findNearest(path: string, published: readonly string[], count = 3): string[] {
  const name = toName(path);
  if (name.length < 3 || name.length > longest || path.length > 2 * longest) return [];
  return published
    .flatMap((candidate) => {
      const other = toName(candidate);
      const difference = other.startsWith(name) && name.length > 7 ? 0 : toDifference(name, other);
      return difference <= tolerance ? [{ candidate, difference }] : [];
    })
    .sort((one, next) => one.difference - next.difference || (one.candidate < next.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

function toDifference(name: string, other: string): number {
  const length = Math.max(name.length, other.length);
  if (other === '' || Math.abs(name.length - other.length) > tolerance * length) return 1;
  return distance(name, other) / length;
}
