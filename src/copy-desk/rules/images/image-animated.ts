import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findUploads } from './find-images.ts';

/** A GIF (or WebP) that moves: pages show its first picture until somebody plays it. */
export const imageAnimated: Rule = {
  id: 'image-animated',
  *find(manuscript, site) {
    for (const [{ path, start, address }, { animated }] of findUploads(manuscript, site)) {
      if (animated === true) yield { severity: 'warning', path, start, ...images.animated(address) };
    }
  },
};
