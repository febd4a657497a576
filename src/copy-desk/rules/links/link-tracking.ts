import { findAddresses } from '../../address.ts';
import { changeAddress } from '../../address-change.ts';
import { links } from '../../messages/links.ts';
import type { Rule } from '../../rule.ts';
import { findTracking } from './tracking.ts';

const { message, hint, done } = links.tracking;

/** Parameters of addresses that tell who sent a reader. They are cut out; nothing else of the address changes. */
export const linkTracking: Rule = {
  id: 'link-tracking',
  done,
  *find(manuscript) {
    for (const address of findAddresses(manuscript)) {
      const { path, start, url, kind } = address;
      const ranges = findTracking(url);
      if (ranges.length === 0) continue;
      const cut = ranges.map((range) => url.slice(range.start, range.end)).join('');
      // Words that follow a comma or a parenthesis in the running text are the writer's.
      const isCertain = kind !== 'bare' || /^[\w.~%+|:?&=-]*$/u.test(cut);
      const changes = ranges.map((range) => ({ ...range, text: '' }));
      const repair = isCertain ? changeAddress(manuscript.body, address, changes) : {};
      yield { severity: 'warning', path, start, message: message(cut), hint, ...repair };
    }
  },
};
