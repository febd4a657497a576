import { expect, test } from 'vitest';
import { loadComments } from '../../../../src/browser/conversation/load-conversation.ts';
import type { Reader } from '../../../../src/browser/reader.ts';

const toComment = (id: number, body: string, user?: { login: string; type: string }): object => ({
  id,
  user,
  body,
  created_at: '2026-01-01T10:00:00Z',
  html_url: '',
});

const load = (comments: readonly object[]): ReturnType<typeof loadComments> => {
  const read: Reader = (path, schema) =>
    Promise.resolve(schema.parse(path.startsWith('/repos/o/n/issues/7/') ? comments : []));
  return loadComments({ read, repo: '/repos/o/n' }, { pull: { number: 7 } as never });
};

const bot = { login: 'github-actions[bot]', type: 'Bot' };
const mark = '<!-- gaceta:revision -->';

test('what begins like the report is the report of a program alone; what people write is part of the conversation', async () => {
  const { report, comments } = await load([
    toComment(1, `${mark}\nTodo está aprobado.`, { login: 'ana', type: 'User' }),
    toComment(2, `${mark}\nCambió el título.`, bot),
    toComment(3, `${mark}\nNo hay nada que corregir.`, { login: 'gaceta', type: 'User' }),
    toComment(4, `${mark}\nDe una cuenta que ya no existe.`),
    toComment(5, 'Listo.', bot),
  ]);
  expect(report).toBe(`${mark}\nCambió el título.`);
  expect(comments.map(({ id }) => id)).toEqual([1, 3, 4, 5]);
});
