const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?`;

/** An e-mail address in a text, as programs that collect them look for it (HTML Standard, valid e-mail address). */
const address = String.raw`[\p{L}\p{N}.!#$%&'*+/=?^_{|}~-]+@${label}(?:\.${label})+`;

/** A text in parts: those at odd places are e-mail addresses. */
export const splitAtMail = (text: string): string[] =>
  text.includes('@') ? text.split(new RegExp(`(${address})`, 'gu')) : [text];

/** A text with its e-mail addresses in words, for where there is no markup: `ana (arroba) ejemplo.org`. */
export const maskMail = (text: string): string =>
  splitAtMail(text)
    .map((part, index) => (index % 2 === 1 ? part.replace('@', ' (arroba) ') : part))
    .join('');

const encoder = new TextEncoder();

const toPercents = (text: string): string =>
  [...encoder.encode(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/**
 * A `mailto:` address in which every character of an e-mail address is percent-encoded but the `@` that parts
 * it. Mail programs read it as the same address (RFC 3986, 6.2.2.2; RFC 6068, 2); what collects addresses from
 * pages finds none. Any other address stays as it is.
 */
export function toMailHref(href: string): string {
  const [, to = '', query = ''] = /^mailto:([^?]*)(.*)$/isu.exec(href) ?? [];
  if (to === '') return href;
  const addresses = decode(to)
    .split(/([@,])/u)
    .map((part) => (part === '@' || part === ',' ? part : toPercents(part)));
  const rest = query
    .split(/([?&=,])/u)
    .map((part) => (/@|%40/iu.test(part) ? decode(part).split('@').map(toPercents).join('@') : part));
  return `mailto:${[...addresses, ...rest].join('')}`;
}

/** As it is where percent signs stand for nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
