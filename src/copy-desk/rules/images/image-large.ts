import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findUploads } from './find-images.ts';

/** Pixels of a side. */
const most = 2560;

/** An image of more pixels than any screen shows of it. */
export const imageLarge: Rule = {
  id: 'image-large',
  *find(manuscript, site) {
    for (const [{ path, start, address }, upload] of findUploads(manuscript, site)) {
      const { format, width = 0, height = 0 } = upload;
      // A drawing of vectors has no pixels.
      if (format === 'svg' || Math.max(width, height) <= most) continue;
      yield { severity: 'warning', path, start, ...images.large(address, width, height) };
    }
  },
};
