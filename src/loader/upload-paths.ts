import { decodeAddress, mediaFolder, publicFolder } from '../../content-schema/index.ts';

const assets = mediaFolder.slice(0, -publicFolder.length);
const folder = publicFolder.slice(0, publicFolder.lastIndexOf('/'));

/** The folder of the repository that holds the originals: images and documents. */
export const originalsFolder = `${assets}${folder}`;

const images = 'jpe?g|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp';

/** What readers may download as it is. Nothing that a browser would run as a page of this site. */
const documents = 'pdf|csv|tsv|txt|geojson|json|xlsx?|ods|docx?|odt|pptx?|odp|zip|epub|mp3|m4a|ogg|mp4';

const named = new RegExp(`${folder}/[^\\n"<>]*?\\.(?:${images}|${documents})(?!\\.?[a-z0-9])`, 'giu');

/** The site path by which entries name an upload: `/assets/images/posts/mercado.jpg`. */
export const toSitePath = (file: string): string => file.slice(assets.length).normalize('NFC');

export const isImageFile = (file: string): boolean => new RegExp(`\\.(?:${images})$`, 'iu').test(file);

export const isDocumentFile = (file: string): boolean => new RegExp(`\\.(?:${documents})$`, 'iu').test(file);

/** Site paths of the uploads that an entry names anywhere in its source, each once, in order of code points. */
export function findUploadPaths(source: string): string[] {
  const found = (source.match(named) ?? []).map((path) => decodeAddress(path).normalize('NFC'));
  return [...new Set(found)].sort();
}
