import { findAddresses } from '../../address.ts';
import { links } from '../../messages/links.ts';
import type { Rule } from '../../rule.ts';

const { message, hint } = links.bare;

/** Web addresses in the running text. They work, but they say little and are long to hear. */
export const linkBare: Rule = {
  id: 'link-bare',
  *find(manuscript) {
    for (const { kind, url, path, start, end } of findAddresses(manuscript)) {
      if ((kind !== 'bare' && kind !== 'autolink') || !/^https?:/iu.test(url)) continue;
      yield { severity: 'warning', path, start, message: message(manuscript.body.slice(start, end)), hint };
    }
  },
};
