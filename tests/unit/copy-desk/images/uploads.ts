import type { SiteKnowledge, Upload } from '../../../../src/copy-desk/index.ts';

/** A site that has these uploads, by file name, besides the cover of the clean post. */
export function withUploads(uploads: Readonly<Record<string, Upload>>): Pick<SiteKnowledge, 'findUpload'> {
  const photo: Upload = {
    bytes: 80_000,
    format: 'jpeg',
    width: 1600,
    height: 900,
    animated: false,
    position: false,
  };
  const all = new Map(Object.entries({ 'presupuesto.jpg': photo, ...uploads }));
  return { findUpload: (path) => all.get(path.replace('/assets/images/posts/', '')) };
}

/** The Markdown of an uploaded image. */
export const image = (name: string): string => `![Una plaza.](/assets/images/posts/${name})`;
