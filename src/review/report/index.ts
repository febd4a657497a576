/** What a change does to what readers see: one data structure, and texts made of it. Pure; in the browser and in Node. */
export { applyBody, toNewText, toOldText } from './apply-body.ts';
export { readBody } from './read-body.ts';
export { isUnchanged, reportEntry } from './report-entry.ts';
export type * from './types.ts';
