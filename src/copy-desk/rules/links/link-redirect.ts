import { findAddresses } from '../../address.ts';
import { changeAddress } from '../../address-change.ts';
import { links } from '../../messages/links.ts';
import type { Rule } from '../../rule.ts';
import { unwrapAddress } from './redirect.ts';

const { message, hint, done } = links.redirect;

/** Addresses that lead through a counter of another site, where the true one stands in them. */
export const linkRedirect: Rule = {
  id: 'link-redirect',
  done,
  *find(manuscript) {
    for (const address of findAddresses(manuscript)) {
      const { path, start, url } = address;
      const target = unwrapAddress(url);
      if (target === undefined) continue;
      const change = { start: 0, end: url.length, text: target };
      const repair = changeAddress(manuscript.body, address, [change]);
      yield { severity: 'warning', path, start, message: message(target), hint, ...repair };
    }
  },
};
