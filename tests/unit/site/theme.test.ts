import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { toContrast } from '../../../src/site/colors.ts';
import { surfaces } from '../../../src/site/theme.ts';

const css = await readFile(new URL('../../../src/styles/base.css', import.meta.url), 'utf8');
const values = (name: string): string[] =>
  [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{3,6});`, 'gu'))].map(([, value = '']) =>
    value.length === 4 ? value.replace(/[0-9a-f]/gu, '$&$&') : value,
  );

test('the surfaces for which the accent is computed are those of the styles', () => {
  const [paper = [], surface = []] = ['paper', 'surface'].map(values);
  expect([
    [paper[0], surface[0]],
    [paper[1], surface[1]],
  ]).toEqual([surfaces.light, surfaces.dark]);
});

describe.each(['ink', 'muted'])('text in %s', (name) => {
  test('can be read at AAA on every surface of its theme', () => {
    const [light = '', dark = ''] = values(name);
    for (const surface of surfaces.light) expect(toContrast(light, surface)).toBeGreaterThanOrEqual(7);
    for (const surface of surfaces.dark) expect(toContrast(dark, surface)).toBeGreaterThanOrEqual(7);
  });
});
