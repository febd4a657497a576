import { mediaFolder } from '../../../content-schema/index.ts';

/** Is a file of the repository an upload? */
export const isUpload = (path: string): boolean => path.startsWith(`${mediaFolder}/`);

/** Does a text name an upload, encoded or not? Rather once too often: what is named stays. */
export function namesUpload(text: string, path: string): boolean {
  const name = path.slice(mediaFolder.length + 1);
  return [name, encodeURI(name), encodeURIComponent(name)].some((spelling) => text.includes(spelling));
}
