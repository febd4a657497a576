import { mediaFolder, publicFolder } from '../../content-schema/index.ts';

const assets = mediaFolder.slice(0, -publicFolder.length);
const folder = publicFolder.slice(0, publicFolder.lastIndexOf('/'));

/** The folder of the repository that holds the originals. */
export const originalsFolder = `${assets}${folder}`;

const extension = '\\.(?:jpe?g|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp)';
const named = new RegExp(`${folder}/[^\\n"<>]*?${extension}`, 'giu');

/** The site path by which entries name an original: `/assets/images/posts/mercado.jpg`. */
export const toSitePath = (file: string): string => file.slice(assets.length).normalize('NFC');

export const isImageFile = (file: string): boolean => new RegExp(`${extension}$`, 'iu').test(file);

/** Site paths of the images that an entry names anywhere in its source, each once, in order of code points. */
export function findImagePaths(source: string): string[] {
  const found = (source.match(named) ?? []).map((path) => decode(path).normalize('NFC'));
  return [...new Set(found)].sort();
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
