import decode from 'heic-decode';

/** Decodes HEIC files apart from the page: it takes a second or two. Answers with pixels, or with what failed. */
addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  decode({ buffer: data }).then(
    ({ width, height, data: pixels }) => {
      postMessage({ width, height, pixels }, { transfer: [pixels.buffer] });
    },
    (error: unknown) => {
      postMessage({ reason: String(error) });
    },
  );
});
