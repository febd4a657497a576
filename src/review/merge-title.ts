import { messages } from './messages.ts';

/** The first line of the commit that publishes a pull request: one line, since what follows may be read as a trailer. */
export const toMergeTitle = (title: string): string =>
  messages.mergeTitle(title.replace(/[\s\p{Cc}]+/gu, ' ').trim());
