/** A text as a message quotes it: on one line, at most sixty characters. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line;
}
