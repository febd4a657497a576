import { messages } from '../locale/messages.ts';
import { showNote } from '../notes/show-note.ts';
import { toExtension, toUploadName } from './name.ts';
import { processImage } from './process-image.ts';
import { sniffImage } from './sniff.ts';
import { UploadError } from './upload-error.ts';

/** More than any phone's photo and any report, in bytes. */
const maxBytes = 40 * 1024 * 1024;

/** Extensions by which a file says that it is an image. */
const imageExtensions =
  /^(?:jpe?g|jpe|jfif|png|apng|gif|webp|avif|heic|heif|bmp|tiff?|svgz?|ico|psd|raw|dng|cr2|nef)$/u;

/** Documents that readers may be given: none that a browser would run. */
const documentExtensions =
  /^(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|md|csv|tsv|json|geojson|kmz?|gpx|epub|zip|mp[34]|m4a|ogg|webm|ics|shp)$/u;

/**
 * The one door for uploads: patches.ts puts it into Decap's `persistMedia`, before the file has a name in the
 * repository. Says what takes time, and why a file is not taken.
 * @param isImage the field wants an image
 * @returns undefined when the file is refused; nothing of it is kept then
 */
export async function prepareUpload(file: File, isImage: boolean): Promise<File | undefined> {
  const hide = showNote({ title: messages.upload.preparing, kind: 'busy' });
  try {
    return await processFile(file, isImage);
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    showNote({ title: messages.upload.refusedTitle(file.name), lines: [error.message], kind: 'refused' });
    return undefined;
  } finally {
    hide();
  }
}

async function processFile(file: File, isImage: boolean): Promise<File> {
  const { refused } = messages.upload;
  if (file.size > maxBytes) throw new UploadError(refused.tooBig(file.size, maxBytes));
  if (file.size === 0) throw new UploadError(refused.empty);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = sniffImage(bytes);
  if (format !== undefined) return processImage(file.name, format, bytes);
  const extension = toExtension(file.name);
  if (isImage || imageExtensions.test(extension)) throw new UploadError(refused.noImage);
  if (!documentExtensions.test(extension)) throw new UploadError(refused.noDocument(extension));
  return new File([bytes], toUploadName(file.name, extension), { type: file.type });
}
