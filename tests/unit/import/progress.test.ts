import { expect, test } from 'vitest';
import { toBar } from '../../../src/import/progress.ts';

test.each([
  [0, 4, 80, '░░░░░░░░░░░░░░░░░░░░░░░░ 0/4 posts/ñ.md'],
  [2, 4, 80, '████████████░░░░░░░░░░░░ 2/4 posts/ñ.md'],
  [4, 4, 80, '████████████████████████ 4/4 posts/ñ.md'],
  [4, 4, 20, '██████████████████…'],
])('%i of %i in %i columns', (done, total, columns, bar) => {
  expect(toBar(done, total, 'posts/ñ.md', columns)).toBe(bar);
});
