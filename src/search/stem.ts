/**
 * What the forms of a Spanish word have in common: its plural, and in longer words its gender, do not matter.
 *
 * After the light stemmer of Jacques Savoy («Light Stemming Approaches for the French, Portuguese, German and
 * Hungarian Languages», SAC 2006, and his Spanish one: http://members.unine.ch/jacques.savoy/clef/), which leaves
 * words of less than five letters alone and takes the last vowel of all others. Here plurals of short words
 * count (voto, votos), and short words keep their gender: «caso» is not «casa».
 * @param word folded, one word
 */
export function stem(word: string): string {
  if (/[^a-z]/u.test(word)) return word;
  return toSingular(word)
    .replace(/(.{5})[ao]$/u, '$1')
    .replace(/(..)z$/u, '$1c');
}

/** Without the ending of a plural; a final `e` goes with it, because «-es» may be e + s or the plural of a consonant. */
function toSingular(word: string): string {
  if (word.length < 4) return word;
  // interés, intereses; meses.
  if (word.endsWith('eses')) return word.length < 7 ? word.slice(0, -2) : word.slice(0, -4);
  if (word.endsWith('es')) return word.length < 5 ? word.slice(0, -1) : withoutS(word.slice(0, -2));
  if (/[^s]s$/u.test(word)) return word.slice(0, -1);
  return word.endsWith('e') ? withoutS(word.slice(0, -1)) : word;
}

/** países, país; autobuses, autobús. */
const withoutS = (word: string): string => (/..[iu]s$/u.test(word) ? word.slice(0, -1) : word);
