import { visit } from 'unist-util-visit';
import { type Address, findAddresses } from '../../address.ts';
import { type AddressChange, changeAddress, toWordList } from '../../address-change.ts';
import { toRange } from '../../body.ts';
import type { Manuscript } from '../../manuscript.ts';
import { links } from '../../messages/links.ts';
import type { Problem, Rule, SiteKnowledge } from '../../rule.ts';
import { endsApart, startsApart } from '../../surroundings.ts';
import { isMail, isSchemeless } from './known-domain.ts';

const messages = links.address;

/** Addresses that were copied with a piece missing or with something around them. */
export const linkAddress: Rule = {
  id: 'link-address',
  done: messages.done,
  *find(manuscript, site) {
    for (const address of findAddresses(manuscript)) {
      const problem = checkMarks(manuscript.body, address) ?? checkScheme(address, site);
      if (problem !== undefined) yield problem;
    }
    yield* findSpaces(manuscript);
  },
};

const before = /^(?:["'“”‘’«»\s\p{Cf}]|%22|%E2%80%9C|<)+(?=https?:|www\.|mailto:|\/)/iu;
const after = /(?:[“”‘’«»\s\p{Cf}]|%C2%A0|%E2%80%8B|%E2%80%9D|%EF%BB%BF)+$/iu;
const afterQuoted = /(?:["'“”‘’«»>\s\p{Cf}]|%C2%A0|%E2%80%8B|%22|%E2%80%9D|%EF%BB%BF)+$/iu;

/** Quotes, brackets and invisible characters around an address. What looks wrongly decoded has to be settled first. */
function checkMarks(body: string, address: Address): Problem | undefined {
  const { url, kind, path, start } = address;
  if (/[ÃÂâ]/u.test(url) || !/^["'“”‘’«»<%\s\p{Cf}]|["'“”‘’«»>\s\p{Cf}]$|%(?:22|8B|9D|A0|BF)$/iu.test(url)) {
    return undefined;
  }
  const opening = before.exec(url)?.[0].length ?? 0;
  const ending = (opening > 0 ? afterQuoted : after).exec(url)?.[0].length ?? 0;
  if (opening === 0 && ending === 0) return undefined;
  const changes: AddressChange[] = [
    { start: 0, end: opening, text: '' },
    { start: url.length - ending, end: url.length, text: '' },
  ];
  const report: Problem = {
    severity: 'error',
    path,
    start,
    message: messages.marks(url),
    hint: messages.marksHint,
  };
  if (kind === 'link' || kind === 'definition') {
    const cut = changes.filter((change) => change.start < change.end);
    return { ...report, ...changeAddress(body, address, cut) };
  }
  if (kind !== 'bare' || !/^https?:/iu.test(url)) return kind === 'bare' ? undefined : report;
  // GFM takes a closing quotation mark into the link; angle brackets say where the address ends.
  const end = address.end - ending;
  if (/[<>\s[\]\\`*_~|{}&]/u.test(body.slice(start, end))) return report;
  const edits = [
    { path, start, end: start, text: '<' },
    { path, start: end, end, text: '>' },
  ];
  return { ...report, edits };
}

function checkScheme(address: Address, site: SiteKnowledge): Problem | undefined {
  const { url, kind, path, start, locate } = address;
  if (kind !== 'link' && kind !== 'definition') return undefined;
  const change = findScheme(url);
  if (change === undefined || site.hasPage?.(`/${url}/`) === true) return undefined;
  const { start: from, end: to, text, scheme } = change;
  return {
    severity: 'error',
    path,
    start,
    message: messages.scheme(url),
    hint: messages.schemeHint(scheme),
    edits: [{ path, start: locate(from), end: locate(to), text }],
  };
}

/** How to give an address the scheme that it lacks or that is misspelt; undefined when it needs none. */
export function findScheme(url: string): (AddressChange & { readonly scheme: string }) | undefined {
  const doubled = /^(?:https?:\/\/)+(?=https?:\/\/)/iu.exec(url)?.[0].length;
  if (doubled !== undefined) return { start: 0, end: doubled, text: '', scheme: 'https://' };
  const misspelt = /^(?:(?:ttps?:|https?;?|https?:;|htt?p?s?:)\/\/|https?:\/?)(?=[\p{L}\p{N}-]+\.)/iu.exec(
    url,
  )?.[0];
  if (misspelt !== undefined && !/^https?:\/\/$/iu.test(misspelt)) {
    const scheme = /s/iu.test(misspelt) ? 'https://' : 'http://';
    return { start: 0, end: misspelt.length, text: scheme, scheme };
  }
  if (isMail(url)) return { start: 0, end: 0, text: 'mailto:', scheme: 'mailto:' };
  return isSchemeless(url) ? { start: 0, end: 0, text: 'https://', scheme: 'https://' } : undefined;
}

const spaced =
  /(?<!!)\[(?:\\.|[^[\]\\\n])+\]\((?<url>(?:https?:\/\/|www\.|\/)[^()<>"'\n]*[ \t][^()<>"'\n]*)\)/giu;

/** Links whose address has spaces: Markdown takes them for text. The repair is certain for the name of a file. */
function* findSpaces({ body, tree }: Manuscript): Generator<Problem> {
  if (!/\]\([^()\n]*[ \t]/u.test(body)) return;
  const taken: { start: number; end: number; isBare: boolean }[] = [];
  visit(tree, (node) => {
    if (!['code', 'inlineCode', 'html', 'component', 'link', 'image'].includes(node.type)) return;
    if (node.position === undefined) return;
    const { start, end } = toRange(node);
    taken.push({ start, end, isBare: node.type === 'link' && /[^[<]/u.test(body[start] ?? '') });
  });
  for (const { 0: whole, index, groups } of body.matchAll(spaced)) {
    const url = groups?.['url'] ?? '';
    const isTaken = taken.some(
      // The first part of the address is a bare one to GFM.
      ({ start, end, isBare }) => start < (isBare ? index : index + whole.length) && index < end,
    );
    if (isTaken) continue;
    const end = index + whole.length - 1;
    const start = end - url.length;
    const report: Problem = {
      severity: 'error',
      path: ['body'],
      start,
      message: messages.spaces(url.trim()),
      hint: messages.spacesHint,
    };
    const isCertain = /\.[a-z][a-z\d]{1,4}$/iu.test(url) && !/[\\&]/u.test(url);
    if (!isCertain || !startsApart(body, index) || !endsApart(body, end + 1)) {
      yield report;
      continue;
    }
    const text = url.replace(/\s/gu, '%20');
    yield { ...report, edits: [{ path: ['body'], start, end, text }], words: { removed: toWordList([url]) } };
  }
}
