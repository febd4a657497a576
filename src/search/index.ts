/** The search: a static index in small files, and the script that reads it in the browser. */
export { buildIndex, type SearchIndex, type SearchPost } from './index-builder.ts';
export type { SearchData } from './manifest.ts';
