/** What the worker answers. */
type Answer =
  | { readonly width: number; readonly height: number; readonly pixels: Uint8ClampedArray<ArrayBuffer> }
  | { readonly reason: string };

/**
 * The pixels of an image file, upright. HEIC goes through a decoder of its own, loaded when it is needed,
 * where the browser has none.
 * @throws DOMException or Error when the file is broken
 */
export async function decodeImage(file: Blob, isHeic: boolean): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    if (!isHeic) throw error;
    return decodeHeic(new Uint8Array(await file.arrayBuffer()));
  }
}

async function decodeHeic(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        resolve(data);
      });
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(message));
      });
      worker.postMessage(bytes, [bytes.buffer]);
    });
    if ('reason' in answer) throw new Error(answer.reason);
    return await createImageBitmap(new ImageData(answer.pixels, answer.width, answer.height));
  } finally {
    worker.terminate();
  }
}

/** Does the browser draw this SVG file? */
export async function isDrawable(svg: Blob): Promise<boolean> {
  const url = URL.createObjectURL(svg);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}
