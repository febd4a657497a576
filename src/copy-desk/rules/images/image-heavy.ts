import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findUploads } from './find-images.ts';

const most = 300 * 1024;

/** An image that weighs more than any that readers get. */
export const imageHeavy: Rule = {
  id: 'image-heavy',
  *find(manuscript, site) {
    for (const [{ path, start, address }, { bytes }] of findUploads(manuscript, site)) {
      if (bytes > most) yield { severity: 'warning', path, start, ...images.heavy(address, bytes) };
    }
  },
};
