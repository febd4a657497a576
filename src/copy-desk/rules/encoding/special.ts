import type { Manuscript, TextValue } from '../../manuscript.ts';
import type { Problem } from '../../rule.ts';
import { toWords } from '../../words.ts';
import { applyEdits } from '../../edit.ts';
import { findMojibake } from './mojibake.ts';
import { findAddresses, findCode, type Range } from './verbatim.ts';

/**
 * Every match of an expression in a text value, but in addresses, in code (if `code` is set), and where it is a
 * part of damaged text, which has to be decoded first.
 */
export function findSpecial(
  manuscript: Manuscript,
  value: TextValue,
  pattern: RegExp,
  { code = false } = {},
): RegExpExecArray[] {
  const matches = [...value.text.matchAll(pattern)];
  if (matches.length === 0) return [];
  const kept: Range[] = [...findAddresses(value), ...findMojibake(manuscript, value)];
  if (!code) kept.push(...findCode(manuscript, value));
  return matches.filter(({ 0: match, index }) =>
    kept.every(({ start, end }) => index >= end || index + match.length <= start),
  );
}

/**
 * The same problems, those in the body without their repair where it would change what words a reader sees,
 * because what is left reads as Markdown of another kind.
 */
export function keepWords({ values, body }: Manuscript, problems: readonly Problem[]): Problem[] {
  const before = toWords(body).join(' ');
  const isSafe = (some: readonly Problem[]): boolean => {
    const after = applyEdits(
      values,
      some.flatMap(({ edits = [] }) => edits),
    )['body'];
    return toWords(String(after)).join(' ') === before;
  };
  const inBody = problems.filter(({ path }) => path[0] === 'body');
  if (inBody.length === 0 || isSafe(inBody)) return [...problems];
  return problems.map((problem) => {
    const { severity, path, start = 0, message, hint } = problem;
    if (path[0] !== 'body' || isSafe([problem])) return problem;
    return { severity, path, start, message, hint };
  });
}
