import { describe, expect, test } from 'vitest';
import { newestFirst } from '../../../src/admin/backend/newest-first.ts';
import { toPublishState } from '../../../src/admin/publish-status.ts';

describe('the list of posts', () => {
  test('begins with the newest date', () => {
    const paths = ['2022-12-01-a.mdx', '2026-01-02-b.mdx', '2026-01-02-a.mdx', '2019-05-05-z.mdx'];
    expect(newestFirst(paths.map((path) => ({ path }))).map(({ path }) => path)).toEqual([
      '2026-01-02-b.mdx',
      '2026-01-02-a.mdx',
      '2022-12-01-a.mdx',
      '2019-05-05-z.mdx',
    ]);
  });
});

describe('the state of the site', () => {
  const status = (state: 'pending' | 'success' | 'failure' | 'error', description?: string) => ({
    statuses: [
      { context: 'otro/contexto', state: 'failure' as const },
      { context: 'gaceta/publish', state, description },
    ],
  });

  test.each([
    ['pending', 'pending', 'Publicando…'],
    ['success', 'success', 'El sitio está al día'],
    ['failure', 'failure', 'El sitio no se pudo actualizar: falta la imagen'],
    ['error', 'failure', 'El sitio no se pudo actualizar: falta la imagen'],
  ] as const)('%s is said in words', (state, kind, text) => {
    expect(toPublishState(status(state, 'falta la imagen'))).toEqual({ kind, text });
  });

  test('is nothing until the site has said something', () => {
    expect(toPublishState({ statuses: [] })).toBeUndefined();
  });
});
