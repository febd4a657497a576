import { encoding } from '../../messages/encoding.ts';
import type { Problem, Rule } from '../../rule.ts';
import { toCode, toWordBefore } from './context.ts';
import { findSpecial, keepWords } from './special.ts';

const { message, hint, done } = encoding.specialSpace;

/** No-break, thin and other spaces, and the separators of lines and paragraphs. */
const special = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/u;
const runs = new RegExp(`[ ${special.source.slice(1, -1)}]+`, 'gu');

const units =
  '(?:[kcmdhM]?[mg]|km/h|h|min|seg|s|ha|lb|oz|[kKMGT]?B|[kMG]?W|kWh|[kMG]?Hz|mm|ml|l|L|USD|GTQ|Q|UTC|mil|millones|millón|billones)';
const abbreviations =
  '(?:Sr|Sra|Srta|Dr|Dra|Lic|Licda|Ing|Arq|Prof|Mons|art|arts|n[úu]m|pág|págs|pp?|cap|fig|vol|inc|tel|EE|[Aa]|[Nn]o|[Nn]\\.Â?º)';

/**
 * Where Spanish typography wants a space that does not break (Ortografía de la lengua española, 2010): inside «»,
 * between a number and its sign or unit, between groups of three digits, after the abbreviation of a title or of a
 * numbered part. [what stands before, what stands after]. The Â is one that is damaged still, see mojibake.ts.
 */
const kept: readonly (readonly [RegExp, RegExp])[] = [
  [/«$/u, /^/u],
  [/$/u, /^Â?»/u],
  [/\d$/u, /^(?:[%‰$£]|Â?[°º]|€|â‚¬)/u],
  [/\d$/u, new RegExp(`^${units}(?![\\p{L}\\d])`, 'u')],
  [/(?<!\d)\d{1,3}(?:[\s\d]*)$/u, /^\d{3}(?!\d)/u],
  [/(?<!\p{L})(?:Q|L|C?\$|US\$|€|â‚¬|£)$/u, /^\d/u],
  [new RegExp(`(?<![\\p{L}\\d])${abbreviations}\\.?$`, 'u'), /^[\p{Lu}\d]/u],
  [/(?<!\p{L})[ap]\.$/u, /^m\./u],
];

/** Special spaces that nobody wants: a common one takes the place of each, and nothing at the end of a line. */
export const specialSpace: Rule = {
  id: 'special-space',
  done,
  *find(manuscript) {
    const problems: Problem[] = [];
    for (const value of manuscript.texts) {
      const { path, text } = value;
      if (!special.test(text)) continue;
      for (const { 0: run, index } of findSpecial(manuscript, value, runs)) {
        if (!special.test(run)) continue;
        const replacement = replaceRun(text, index, run, path[0] === 'body');
        if (replacement === run) continue;
        const start = index + run.search(special);
        problems.push({
          severity: 'warning',
          path,
          start,
          message: message(toCode(special.exec(run)?.[0] ?? ''), toWordBefore(text, index)),
          hint,
          edits: [{ path, start: index, end: index + run.length, text: replacement }],
        });
      }
    }
    if (problems.length === 0) return;
    // «1. Uno» with a no-break space is no list, and stays as it is.
    yield* keepWords(manuscript, problems).filter(({ edits }) => edits !== undefined);
  },
};

function replaceRun(text: string, index: number, run: string, isBody: boolean): string {
  const before = text.slice(Math.max(0, index - 20), index);
  const after = text.slice(index + run.length, index + run.length + 20);
  if (after === '' || after.startsWith('\n')) return '';
  if (before === '' || before.endsWith('\n')) return /^ */u.exec(run)?.[0] ?? '';
  if (run.includes('\u2029') && isBody) return '\n\n';
  const isWanted = kept.some(([left, right]) => left.test(before) && right.test(after));
  return isWanted && run.length === 1 && run !== '\u2028' ? '\u00A0' : ' ';
}
