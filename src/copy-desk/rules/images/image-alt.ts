import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findImages } from './find-images.ts';

const { cover, figure, body } = images.missingAlt;

/** An image without alternative text (WCAG 2.2, 1.1.1). A Figure without the attribute is the schema's matter. */
export const imageAlt: Rule = {
  id: 'image-alt',
  *find(manuscript) {
    for (const { kind, start, address, alt } of findImages(manuscript)) {
      if (alt === undefined || alt.text.trim() !== '') continue;
      const says = kind === 'field' ? cover : kind === 'figure' ? figure(address) : body(address);
      yield { severity: 'error', path: alt.path, start, ...says };
    }
  },
};
