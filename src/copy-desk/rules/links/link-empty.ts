import type { Link } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type Address, findAddresses } from '../../address.ts';
import { links } from '../../messages/links.ts';
import type { Problem, Rule } from '../../rule.ts';
import { isMail, isSchemeless } from './known-domain.ts';
import { unwrapAddress } from './redirect.ts';
import { toHashtag } from './hashtag.ts';
import { cleanAddress } from './tracking.ts';

const messages = links.empty;

/** Links that nobody sees, because they have no text, and links that lead nowhere, because they have no address. */
export const linkEmpty: Rule = {
  id: 'link-empty',
  done: messages.done,
  *find(manuscript) {
    const { body } = manuscript;
    if (!/\]\(|\[\]/u.test(body)) return;
    const addresses = findAddresses(manuscript);
    const withoutText = addresses.filter((address) => address.kind === 'link' && !isVisible(address));
    if (withoutText.length > 0) {
      const seen = new Set(addresses.filter(isSeen).map(({ url }) => toCanonical(url)));
      for (const address of withoutText) yield checkText(body, address, seen);
    }
    for (const address of addresses) {
      if (address.kind === 'link' && /^#?$/u.test(address.url) && isVisible(address))
        yield checkTarget(address);
    }
  },
};

const isVisible = ({ link }: Address): boolean => link === undefined || hasContent(link);

/** Is there anything to see in a link? */
export const hasContent = (link: Link): boolean =>
  /[^\s\p{Cf}]/u.test(toString(link)) || link.children.some(({ type }) => type === 'image');

/** Does a reader see this link? One to a hashtag goes. */
const isSeen = (address: Address): boolean =>
  address.kind !== 'value' &&
  address.kind !== 'definition' &&
  isVisible(address) &&
  toHashtag(address.url) === undefined;

const toCanonical = (url: string): string =>
  cleanAddress(unwrapAddress(url) ?? url)
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/\/$/u, '');

/** A link without text may go when its address stands elsewhere, too, and nothing around it reads otherwise then. */
function checkText(body: string, { path, link, url }: Address, seen: ReadonlySet<string>): Problem {
  const start = link?.position?.start.offset ?? 0;
  const end = link?.position?.end.offset ?? start;
  const report: Problem = {
    severity: 'error',
    path,
    start,
    message: messages.text(url),
    hint: messages.textHint,
  };
  const before = body.slice(0, start);
  const [rest = '', next = ''] = body.slice(end).split('\n', 2);
  // On a line of its own, what is left would end the paragraph.
  const isAlone = /\n[ \t]*$/u.test(before) && rest.trim() === '';
  const isSafe =
    !(isAlone && (next.trim() !== '' || /\S[ \t]*\n[ \t]*$/u.test(before))) &&
    /(?:^|[\s\p{L}\p{N}.,;:»”)])$/u.test(before) &&
    /^[ \t.,;:]*(?:$|(?:\*{0,2}|\[)\p{L}|[¿¡«“]|<https?:)/u.test(rest) &&
    !/^ {0,3}(?:-+|=+)[ \t]*$/u.test(next);
  return isSafe && seen.has(toCanonical(url))
    ? { ...report, edits: [{ path, start, end, text: '' }] }
    : report;
}

/** A link without address gets one when its text is one. */
function checkTarget({ path, link, url, start, end }: Address): Problem {
  const text = link === undefined ? '' : toString(link).trim();
  const report: Problem = {
    severity: 'error',
    path,
    start: link?.position?.start.offset ?? start,
    message: messages.target(text),
    hint: messages.targetHint,
  };
  const target = /^https?:\/\/[^\s()<>\\&"]+$/iu.test(text)
    ? text
    : isMail(text)
      ? `mailto:${text}`
      : isSchemeless(text) && !/[()<>\\&"]/u.test(text)
        ? `https://${text}`
        : undefined;
  if (target === undefined || url !== '') return report;
  return { ...report, edits: [{ path, start, end, text: target }] };
}
