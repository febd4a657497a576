import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findUploads } from './find-images.ts';

const { notShown, broken } = images.format;
const names: Readonly<Record<string, string>> = { heif: 'HEIC', tiff: 'TIFF', bmp: 'BMP' };

/** An image in a format that browsers do not show, or a file that is no image. */
export const imageFormat: Rule = {
  id: 'image-format',
  *find(manuscript, site) {
    for (const [{ path, start, address }, { format }] of findUploads(manuscript, site)) {
      const name = names[format ?? ''];
      if (format === undefined) yield { severity: 'error', path, start, ...broken(address) };
      else if (name !== undefined) yield { severity: 'error', path, start, ...notShown(address, name) };
    }
  },
};
