import { describe, expect, test } from 'vitest';
import { findLine, followLine } from '../../../src/forge/diff-lines.ts';

const patch = [
  '@@ -1,4 +1,5 @@',
  ' uno',
  '-dos',
  '+dos nuevo',
  '+dos y medio',
  ' tres',
  ' cuatro',
  '@@ -20,2 +21 @@ título',
  ' veinte',
  '-veintiuno',
  '\\ No newline at end of file',
].join('\n');

describe('a line of a diff', () => {
  test.each([
    ['RIGHT', 1, 1],
    ['RIGHT', 3, 4],
    ['RIGHT', 21, 8],
    ['LEFT', 2, 2],
    ['LEFT', 21, 9],
  ] as const)('%s %i is at position %i', (side, line, position) => {
    expect(findLine(patch, side, line)?.position).toBe(position);
  });

  test('comes with its hunk up to there', () => {
    expect(findLine(patch, 'RIGHT', 2)?.hunk).toBe('@@ -1,4 +1,5 @@\n uno\n-dos\n+dos nuevo');
    expect(findLine(patch, 'RIGHT', 21)?.hunk).toBe('@@ -20,2 +21 @@ título\n veinte');
  });

  test('is none where the diff does not reach, or there is none', () => {
    expect(findLine(patch, 'RIGHT', 10)).toBeUndefined();
    expect(findLine(undefined, 'RIGHT', 1)).toBeUndefined();
  });
});

describe('a line after a change', () => {
  test.each([
    [1, 1],
    [3, 4],
    [10, 11],
    [20, 21],
    [30, 30],
  ])('%i becomes %i', (before, after) => {
    expect(followLine(patch, before)).toBe(after);
  });

  test.each([2, 21])('%i, which was changed, is gone', (line) => {
    expect(followLine(patch, line)).toBeUndefined();
  });
});
