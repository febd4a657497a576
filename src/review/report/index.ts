/** What a change does to what readers see: one data structure, and texts made of it. Pure; in the browser and in Node. */
export type * from './types.ts';
