import type { Link } from 'mdast';
import type { Address } from './address.ts';
import { endsApart, startsApart } from './surroundings.ts';
import type { Edit, Problem } from './rule.ts';

/** Other text for a range of an address: offsets in its `url`. */
export interface AddressChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Repair = Pick<Problem, 'edits' | 'words'>;

/**
 * The edits that change an address where it stands, and the text of a link that is that very address, with
 * the visible words that this takes away and adds. None where the result could be read as something else.
 * @param source the text value in which it stands
 * @param changes in order; they must not overlap
 */
export function changeAddress(source: string, address: Address, changes: readonly AddressChange[]): Repair {
  const { kind, path, url, start, end, text, locate, link } = address;
  const isEcho = text !== undefined && source.slice(text.start, text.end) === source.slice(start, end);
  const isVisible = isEcho || kind === 'bare' || kind === 'autolink';
  if (isVisible && !standsApart(source, link)) return {};
  if (kind === 'bare' && (/[|`*~]/u.test(url) || !isSafeBare(makeChanges(url, changes)))) return {};
  const places = changes.map((change) => ({
    path,
    start: locate(change.start),
    end: locate(change.end),
    text: change.text,
  }));
  const edits: Edit[] = places.map((place) => ({ ...place, text: escapes[kind](place.text) }));
  if (!isVisible) return { edits };
  if (isEcho) {
    const shift = text.start - start;
    edits.unshift(
      ...places.map((place) => ({
        ...place,
        start: place.start + shift,
        end: place.end + shift,
        text: escapeText(place.text),
      })),
    );
  }
  const removed = toWordList(changes.map((change) => url.slice(change.start, change.end)));
  const added = toWordList(changes.map((change) => change.text));
  return {
    edits,
    words: { ...(removed === '' ? {} : { removed }), ...(added === '' ? {} : { added }) },
  };
}

function standsApart(source: string, link: Link | undefined): boolean {
  const { start, end } = link?.position ?? {};
  return startsApart(source, start?.offset ?? 0) && endsApart(source, end?.offset ?? source.length);
}

function makeChanges(url: string, changes: readonly AddressChange[]): string {
  let changed = url;
  for (const { start, end, text } of changes.toReversed()) {
    changed = changed.slice(0, start) + text + changed.slice(end);
  }
  return changed;
}

/** Does GFM take all of this address into the link, and nothing that follows it? */
const isSafeBare = (url: string): boolean =>
  /^https?:\/\/[^\s()<>,;]+\.[^\s()<>,;]*[\p{L}\p{N}/=#%-]$/u.test(url);

const same = (text: string): string => text;

const escapeText = (text: string): string => text.replace(/[!&*<>[\\\]_`~]/gu, '\\$&');

function escapeDestination(text: string): string {
  return text.replace(/[()]/gu, '\\$&').replace(/&(?=#?[\da-z]+;)/giu, '&amp;');
}

/** How text is written where each kind of address stands. White space and quotes are percent-encoded already. */
const escapes: Readonly<Record<Address['kind'], (text: string) => string>> = {
  link: escapeDestination,
  definition: escapeDestination,
  attribute: (text) => text.replaceAll('&', '&amp;'),
  autolink: same,
  bare: same,
  value: same,
};

/** The words of some texts, as a repair declares them. */
export const toWordList = (texts: readonly string[]): string =>
  texts
    .join(' ')
    .replace(/[^\p{L}\p{N}\p{M}\p{Cf}]+/gu, ' ')
    .trim();
