import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findUploads } from './find-images.ts';

const most = 300 * 1024;

/** An image that weighs more than any that readers get. They never get it itself, so nothing has to be done. */
export const imageHeavy: Rule = {
  id: 'image-heavy',
  *find(manuscript, site) {
    for (const [{ path, start, address }, { bytes }] of findUploads(manuscript, site)) {
      if (bytes > most) yield { severity: 'info', path, start, ...images.heavy(address, bytes) };
    }
  },
};
