import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findUploads } from './find-images.ts';

/** A photo whose EXIF data tell where it was taken: pages do not, the repository does. */
export const imagePosition: Rule = {
  id: 'image-position',
  *find(manuscript, site) {
    for (const [{ path, start, address }, { position }] of findUploads(manuscript, site)) {
      if (position === true) yield { severity: 'error', path, start, ...images.position(address) };
    }
  },
};
