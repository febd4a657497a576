import path from 'node:path';
import { expect, test } from 'vitest';
import { openRenderer } from '../../../src/on-demand/index.ts';
import { projectDir } from '../../../src/server/environment.ts';

test('no more may wait than the renderer can serve soon', async () => {
  const stateDir = path.join(projectDir, '.gaceta');
  const renderer = await openRenderer({ projectDir, stateDir });
  try {
    const many = Array.from({ length: 40 }, () =>
      renderer.render({} as never).catch((error: unknown) => error),
    );
    const kinds = (await Promise.all(many)).map((error) => (error as { kind?: string }).kind);
    expect(kinds.filter((kind) => kind === 'busy')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(30);
  } finally {
    await renderer.close();
  }
});
