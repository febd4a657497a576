/** What a change does to what readers see: one data structure, and texts made of it. Pure; in the browser and in Node. */
export { applyBody, toNewText, toOldText } from './apply-body.ts';
export { describeEntry, type Row, type Section } from './describe.ts';
export { readBody } from './read-body.ts';
export { isUnchanged, reportEntry } from './report-entry.ts';
export { summarize, summarizeEntry } from './summarize.ts';
export { toHtml } from './to-html.ts';
export { toMarkdown } from './to-markdown.ts';
export { toText } from './to-text.ts';
export { messages as reportMessages } from './messages.ts';
export type * from './types.ts';
