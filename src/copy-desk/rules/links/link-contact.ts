import { toString } from 'mdast-util-to-string';
import { findAddresses } from '../../address.ts';
import { links } from '../../messages/links.ts';
import type { Rule } from '../../rule.ts';
import { isMail } from './known-domain.ts';

const messages = links.contact;

/** Links that write or call: to an address or a number that is none, or to another than their text says. */
export const linkContact: Rule = {
  id: 'link-contact',
  *find(manuscript) {
    for (const { url, kind, path, start, link } of findAddresses(manuscript)) {
      const groups = /^(?<scheme>mailto|tel):(?<target>[^?]*)/iu.exec(url)?.groups;
      if (kind === 'bare' || groups === undefined) continue;
      const { target = '', scheme = '' } = groups;
      if (scheme.toLowerCase() === 'tel') {
        if (/^\+?[\d().-]*$/u.test(target) && (target.match(/\d/gu)?.length ?? 0) >= 3) continue;
        const { phone, phoneHint: hint } = messages;
        yield { severity: 'warning', path, start, message: phone(target), hint };
        continue;
      }
      const addresses = target.split(',').map((address) => address.replaceAll('%40', '@'));
      const text = link === undefined ? '' : toString(link).trim();
      if (!addresses.every(isMail)) {
        const { mail, mailHint: hint } = messages;
        yield { severity: 'warning', path, start, message: mail(target), hint };
      } else if (isMail(text) && !addresses.some((address) => address.toLowerCase() === text.toLowerCase())) {
        const { other, otherHint: hint } = messages;
        yield { severity: 'error', path, start, message: other(text, target), hint };
      }
    }
  },
};
