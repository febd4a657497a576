import { createHash } from 'node:crypto';

const sources = import.meta.glob<string>(
  [
    '../../content-schema/**/*.ts',
    '../copy-desk/safety.ts',
    '../copy-desk/code-address.ts',
    '../copy-desk/html/html-tags.ts',
    './load-entries.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** Digest of the code that reads entries: when it changes, every entry is read again. */
export const schemaVersion = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16);
