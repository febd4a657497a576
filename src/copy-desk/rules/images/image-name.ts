import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findImages, isUpload } from './find-images.ts';

/** The name of an upload that is not ASCII letters, digits and single hyphens: addresses and programs differ on it. */
export const imageName: Rule = {
  id: 'image-name',
  *find(manuscript) {
    for (const { kind, path, start, address } of findImages(manuscript)) {
      const name = address.split('/').at(-1) ?? '';
      if (kind === 'download' || !isUpload(address) || /^[a-z\d]+(?:-[a-z\d]+)*\.[a-z\d]+$/u.test(name))
        continue;
      yield { severity: 'warning', path, start, ...images.name(address, toBetter(name)) };
    }
  },
};

function toBetter(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return `${plain === '' ? 'foto' : plain}${extension.toLowerCase()}`;
}
