import { brotliCompressSync, constants } from 'node:zlib';

/** Brotli as hosts store it for static files: quality 11. */
export const compress = (content: Uint8Array): Buffer =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
    },
  });

/** Is this a kind of file that hosts compress? */
export const isCompressible = (file: string): boolean =>
  /\.(?:html|xml|json|txt|css|js|svg|webmanifest|xsl)$/u.test(file);
