import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareFindings, type PlacedFinding } from '../../../src/changes/compare-findings.ts';

const toFinding = (
  message: string,
  line: number,
  text = '',
  file = 'src/content/posts/nota.mdx',
): PlacedFinding => ({
  rule: 'link-text',
  severity: 'warning',
  location: { file, line, column: 1 },
  field: 'body',
  message,
  hint: 'Di a dónde va.',
  text,
});
const same = (path: string): string => path;

test('a finding that only moved to another line remains, and what came or went is told as such', () => {
  const kept = toFinding('«aquí» no dice a dónde va.', 9, 'Lee aquí.');
  const gone = toFinding('«clic» no dice a dónde va.', 3);
  const come = toFinding('«enlace» no dice a dónde va.', 4);
  const moved = { ...kept, location: { ...kept.location, line: 12 } };
  expect(compareFindings([gone, kept], [come, moved], same)).toEqual({
    new: [come],
    fixed: [gone],
    remaining: [moved],
  });
});

test('of two equal findings, that whose line was there before remains', () => {
  const old = toFinding('«aquí» no dice a dónde va.', 20, 'Lo viejo está aquí.');
  const added = toFinding('«aquí» no dice a dónde va.', 5, 'Lo nuevo está aquí.');
  const result = compareFindings([old], [added, { ...old }], same);
  expect(result.new).toEqual([added]);
  expect(result.remaining).toEqual([old]);
});

test('the findings of a renamed entry are those of the entry', () => {
  const before = toFinding('«aquí» no dice a dónde va.', 9, '', 'src/content/posts/vieja.mdx');
  const after = toFinding('«aquí» no dice a dónde va.', 9, '', 'src/content/posts/nueva.mdx');
  const rename = (path: string): string => path.replace('vieja', 'nueva');
  expect(compareFindings([before], [after], rename)).toEqual({ new: [], fixed: [], remaining: [after] });
  expect(compareFindings([before], [after], same).new).toEqual([after]);
});

test('every finding of one side is told once, and as many remain on both sides', () => {
  const finding = fc
    .record({ message: fc.constantFrom('a', 'b'), line: fc.nat(5), text: fc.constantFrom('x', 'y') })
    .map(({ message, line, text }) => toFinding(message, line, text));
  fc.assert(
    fc.property(fc.array(finding), fc.array(finding), (before, after) => {
      const result = compareFindings(before, after, same);
      expect(new Set([...result.new, ...result.remaining])).toEqual(new Set(after));
      expect(result.new.length + result.remaining.length).toBe(after.length);
      expect(result.fixed.length + result.remaining.length).toBe(before.length);
      expect(before).toEqual(expect.arrayContaining(result.fixed));
      const swapped = compareFindings(after, before, same);
      expect(swapped.fixed.length).toBe(result.new.length);
    }),
  );
});
