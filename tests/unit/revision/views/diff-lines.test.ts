import { describe, expect, test } from 'vitest';
import { canCommentOn, toCommentRequest } from '../../../../src/revision/views/diff-lines.ts';

const patch = '@@ -1,4 +1,5 @@\n ---\n-title: A\n+title: B\n+x: y\n ---\n@@ -20 +21 @@ texto\n-a\n+b';

describe('canCommentOn', () => {
  test.each([
    [1, true],
    [5, true],
    [6, false],
    [20, false],
    [21, true],
    [22, false],
  ])('line %i of the new file: %s', (line, expected) => {
    expect(canCommentOn(patch, line)).toBe(expected);
  });

  test('a file whose diff the server leaves out takes none', () => {
    expect(canCommentOn(undefined, 1)).toBe(false);
  });

  test('what was only taken away shows no line of the new file', () => {
    expect(canCommentOn('@@ -5,2 +4,0 @@\n-a\n-b', 4)).toBe(false);
  });
});

describe('toCommentRequest', () => {
  const comment = { path: 'a.mdx', quote: 'La reunión fue el martes.', text: '¿Qué martes?' };

  test('a line of the diff is commented where it stands', () => {
    expect(toCommentRequest({ ...comment, line: 21 }, { head: 'abc', patch })).toEqual({
      commit_id: 'abc',
      path: 'a.mdx',
      line: 21,
      side: 'RIGHT',
      body: '> La reunión fue el martes.\n\n¿Qué martes?',
    });
  });

  test('another line is commented on the file, with the words that are meant', () => {
    expect(toCommentRequest({ ...comment, line: 12 }, { head: 'abc', patch })).toEqual({
      commit_id: 'abc',
      path: 'a.mdx',
      subject_type: 'file',
      body: '> La reunión fue el martes.\n\n¿Qué martes?',
    });
  });
});
