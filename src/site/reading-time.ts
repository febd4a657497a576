/** Words per minute of adults who read Spanish, IReST: https://doi.org/10.1167/iovs.11-8284 */
const pace = 218;

/** What a Markdown body holds that nobody reads as words: tags, addresses of links and images, code fences. */
const unread = /<\/?[A-Za-z][^>]*>|\]\([^)]*\)|https?:\/\/\S+|^(?:```|~~~).*$/gmu;

/** How many words a Markdown body has. */
export const countWords = (body: string): number =>
  body.replace(unread, ' ').match(/[\p{L}\p{N}]+(?:[-'’.,:][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Whole minutes that it takes to read so many words, at least one. */
export const toReadingMinutes = (words: number): number => Math.max(1, Math.round(words / pace));
