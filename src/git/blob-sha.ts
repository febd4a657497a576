import { createHash } from 'node:crypto';

/** The name that git gives to a blob. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export const toBlobSha = (content: Uint8Array): string =>
  createHash('sha1')
    .update(`blob ${String(content.length)}\0`)
    .update(content)
    .digest('hex');
