import { findAddresses, toHost } from '../../address.ts';
import { links } from '../../messages/links.ts';
import type { Rule } from '../../rule.ts';
import { unwrapAddress } from './redirect.ts';

const { message, hint } = links.shortener;

/** Services whose addresses hide where they lead. `forms.gle`, `youtu.be` and `wa.me` say what they are. */
const shorteners = new Set([
  ...['acortar.link', 'adf.ly', 'bit.do', 'bit.ly', 'bitly.com', 'bl.ink', 'buff.ly', 'cutt.ly', 'dlvr.it'],
  ...['fb.me', 'goo.gl', 'ift.tt', 'is.gd', 'j.mp', 'lnkd.in', 'n9.cl', 'ow.ly', 'qr.ae', 'qrco.de', 'rb.gy'],
  ...['rebrand.ly', 's.id', 'short.gy', 'shorturl.at', 'snip.ly', 't.co', 't.ly', 'tiny.cc', 'tinyurl.com'],
  ...['trib.al', 'tny.im', 'u.to', 'urlz.fr', 'v.gd', 'x.gd'],
]);

/** Addresses of shortening services: readers cannot see where they lead, and they may end with the service. */
export const linkShortener: Rule = {
  id: 'link-shortener',
  *find(manuscript) {
    for (const { url, path, start } of findAddresses(manuscript)) {
      if (!shorteners.has(toHost(url) ?? '') || unwrapAddress(url) !== undefined) continue;
      yield { severity: 'warning', path, start, message: message(url), hint };
    }
  },
};
