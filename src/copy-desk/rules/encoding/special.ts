import type { Manuscript, TextValue } from '../../manuscript.ts';
import { findMojibake } from './mojibake.ts';
import { findAddresses, findCode, type Range } from './verbatim.ts';

/**
 * Every match of an expression in a text value, but in code, in addresses, and where it is a part of damaged text,
 * which has to be decoded first, or stands beside an Ã or Â of which nobody knows what it was, and helps to tell.
 */
export function findSpecial(manuscript: Manuscript, value: TextValue, pattern: RegExp): RegExpExecArray[] {
  const { text } = value;
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return [];
  const kept: Range[] = [
    ...findCode(manuscript, value),
    ...findAddresses(value),
    ...findMojibake(manuscript, value),
  ];
  return matches.filter(({ 0: match, index }) => {
    const after = index + match.length;
    if (/[ÂÃ]/u.test(text.charAt(index - 1) + text.charAt(after))) return false;
    return kept.every(({ start, end }) => index >= end || after <= start);
  });
}
