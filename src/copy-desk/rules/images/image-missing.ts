import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findImages, isRemote, isUpload } from './find-images.ts';

const { image, file } = images.missing;

/** An image or a file to download that the site has not. */
export const imageMissing: Rule = {
  id: 'image-missing',
  *find(manuscript, { findUpload }) {
    if (findUpload === undefined) return;
    for (const { kind, path, start, address } of findImages(manuscript)) {
      if (isRemote(address) || findUpload(address) !== undefined) continue;
      // Elsewhere in a field or an attribute it is no address at all, and the schema says so.
      if (kind !== 'markdown' && !isUpload(address)) continue;
      const says = kind === 'download' ? file(address) : image(address);
      yield { severity: 'error', path, start, ...says };
    }
  },
};
