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

test('a rendering that takes too long is given up, and the next one has a thread of its own', async () => {
  const stateDir = path.join(projectDir, '.gaceta');
  const renderer = await openRenderer({ projectDir, stateDir, limit: 1 });
  const site = {
    name: 'Prueba',
    description: 'Un sitio de prueba.',
    url: 'https://prueba.example.org',
    language: 'es-GT',
    timeZone: 'America/Guatemala',
    navigation: [{ label: 'Artículos', href: '/articulos/' }],
    licence: { name: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/deed.es' },
    accent: '#0b5d7a',
  };
  const context = { site, authors: [], topics: [], images: {} };
  const render = (): Promise<string> =>
    renderer.render({ collection: 'posts', id: 'x', values: { body: '* uno\n'.repeat(5000) }, context });
  try {
    await expect(render()).rejects.toMatchObject({ kind: 'late' });
    await expect(render()).rejects.toMatchObject({ kind: 'late' });
  } finally {
    await renderer.close();
  }
});
