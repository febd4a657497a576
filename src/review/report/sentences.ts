const segmenter = new Intl.Segmenter('es', { granularity: 'sentence' });

/** After these, or an initial, or the number of a list, a full stop ends no sentence. */
const abbreviation =
  /(?:^|[\s(«"“])(?:\p{Lu}|\d{1,3}|[Ss]r[ae]?s?|[Dd]ra?s?|[Ll]i?c(?:da|enciad[oa])?|[Ii]ng|[Aa]rq|[Pp]rof|[Gg]ral|[Cc]nel|[Aa]rts?|[Nn]úms?|[Nn]o|[Nn]ro|[Pp]ágs?|pp?|[Cc]ap|[Ff]ig|[Vv]ol|[Aa]v|[Uu]ds?|EE|vs|Mgtr|Msc|ej|St[ao]|Mons)\.$/u;

/**
 * The sentences of a text whose spaces are single; a line break ends one, too. Joined by spaces they are the text.
 * https://unicode.org/reports/tr29/#Sentence_Boundaries, but a sentence ends before a space only.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text)) {
    open += segment;
    const sentence = open.trimEnd();
    if (sentence === open || (!open.endsWith('\n') && abbreviation.test(sentence))) continue;
    if (sentence !== '') sentences.push(sentence);
    open = '';
  }
  if (open !== '') sentences.push(open.trimEnd());
  return sentences.filter((sentence) => sentence !== '');
}
