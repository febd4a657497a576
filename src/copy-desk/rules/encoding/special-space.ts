import { encoding } from '../../messages/encoding.ts';
import type { Problem, Rule } from '../../rule.ts';
import { toCode, toWordBefore } from './context.ts';
import { findSpecial } from './special.ts';
import { keepWords } from './visible-words.ts';

const { message, hint, done } = encoding.specialSpace;

/** No-break, thin and other spaces, separators of lines and paragraphs, and the line break of Word (U+000B). */
const special = /[\v\f\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/u;
const runs = new RegExp(`[ ${special.source.slice(1, -1)}]+`, 'gu');

/** What other rules take away first: it may stand between two spaces. */
const gone = /[\p{Cf}\0-\x08\x0E-\x1D\x1F\x7F\x81\x8D\x8F\x90\x9D]/u;

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
        const isBesideGone = gone.test(text.charAt(index - 1) + text.charAt(index + run.length));
        if (!special.test(run) || isBesideGone) continue;
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
    yield* keepWords(manuscript.body, problems).filter(({ edits }) => edits !== undefined);
  },
};

function replaceRun(text: string, index: number, run: string, isBody: boolean): string {
  const before = text.slice(Math.max(0, index - 30), index);
  const after = text.slice(index + run.length, index + run.length + 30);
  if (/^(?:\n|$)/u.test(after)) return '';
  if (/(?:\n|^)$/u.test(before)) return /^ */u.exec(run)?.[0] ?? '';
  // «1. Uno» with a common space would be a list, and no list was meant for certain.
  if (isBody && /(?:^|\n)[ >]*\d{1,9}[.)]$/u.test(before)) return '\u00A0';
  if (run.includes('\u2029') && isBody) return '\n\n';
  const isWanted = kept.some(([left, right]) => left.test(before) && right.test(after));
  return isWanted && run.length === 1 && run !== '\u2028' ? '\u00A0' : ' ';
}
