import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { applyPatches, patches } from '../../../src/admin/decap/patches.ts';

const modules = [...new Set(patches.map(({ module }) => module))];

test.each(modules)('every patch of %s finds its text in the installed version', async (module) => {
  const path = `node_modules/${module}`;
  const source = await readFile(path, 'utf8');
  expect(applyPatches(`/${path}`, source)).not.toBe(source);
});

test('a patch that does not find its text stops the build', () => {
  expect(() => applyPatches(`/x/node_modules/${String(modules[0])}`, 'otra cosa')).toThrow('patches.ts');
});

test('other modules stay as they are', () => {
  expect(applyPatches('/x/node_modules/otro/index.js', 'texto')).toBe('texto');
});
