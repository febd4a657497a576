/** A name as it stands at the beginning of a title: «datos abiertos» is «Datos abiertos». */
export function toSentenceCase(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}
