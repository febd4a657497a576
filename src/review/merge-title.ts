import { messages } from './messages.ts';

/** The first line of the commit that publishes a pull request. */
export const toMergeTitle = (title: string): string => messages.mergeTitle(title);
