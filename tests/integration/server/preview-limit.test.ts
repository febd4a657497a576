import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRenderer, type Renderer } from '../../../src/on-demand/index.ts';
import { projectDir } from '../../../src/server/environment.ts';

const stateDir = path.join(projectDir, '.gaceta');
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

let renderer: Renderer;

beforeAll(async () => {
  renderer = await openRenderer({ projectDir, stateDir, limit: 10_000 });
});

afterAll(() => renderer.close());

const render = (values: Record<string, unknown>): Promise<string> =>
  renderer.render({ collection: 'posts', id: 'x', values, context });

test('no more may wait than the renderer can serve soon', async () => {
  const many = Array.from({ length: 20 }, () =>
    renderer.render({} as never).catch((error: unknown) => error),
  );
  const kinds = (await Promise.all(many)).map((error) => (error as { kind?: string }).kind);
  expect(kinds.filter((kind) => kind === 'busy')).toHaveLength(7);
  expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(13);
});

test('a rendering that takes too long is given up, and the next one has a thread of its own', async () => {
  const hasty = await openRenderer({ projectDir, stateDir, limit: 1 });
  const values = { body: '* uno\n'.repeat(5000) };
  const late = (): Promise<string> => hasty.render({ collection: 'posts', id: 'x', values, context });
  try {
    await expect(late()).rejects.toMatchObject({ kind: 'late' });
    await expect(late()).rejects.toMatchObject({ kind: 'late' });
  } finally {
    await hasty.close();
  }
});

/** Lists in each other, so many. */
const nest = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

test.each([
  ['lists in each other, deeper than the stack', { tags: nest(50_000) }],
  ['quotations in each other, deeper than the stack', { body: `${'>'.repeat(4000)} a` }],
  ['links in each other', { body: `${'['.repeat(3000)}a${'](/b)'.repeat(3000)}` }],
])('what a text does to its own rendering is not done to others: %s', async (_, values) => {
  await render(values).catch((error: unknown) => {
    expect(error).toMatchObject({ name: 'RenderError' });
  });
  expect(await render({ title: 'Hola' })).toContain('Hola</h1>');
});
