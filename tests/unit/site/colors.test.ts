import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toContrast, toReadable } from '../../../src/site/colors.ts';
import { surfaces, toAccentCss } from '../../../src/site/theme.ts';

const colors = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is that of WCAG 2.2', () => {
  expect(toContrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(toContrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(toContrast('#ffffff', '#0b5d7a')).toBeCloseTo(toContrast('#0b5d7a', '#ffffff'));
});

describe('a readable colour', () => {
  test('is the colour itself where it can be read', () => {
    expect(toReadable('#0b5d7a', '#ffffff', 4.5)).toBe('#0b5d7a');
  });

  test('is darker on white and lighter on black', () => {
    expect(toContrast('#000000', toReadable('#ffdd00', '#ffffff', 7))).toBeLessThan(
      toContrast('#000000', '#ffdd00'),
    );
    expect(toContrast('#000000', toReadable('#330033', '#111111', 7))).toBeGreaterThan(
      toContrast('#000000', '#330033'),
    );
  });
});

test('any accent can be read at AAA on every surface of both themes', () => {
  fc.assert(
    fc.property(colors, (accent) => {
      const [, light = '', dark = ''] =
        /--accent:(#[0-9a-f]{6}).*--accent:(#[0-9a-f]{6})/u.exec(toAccentCss(accent)) ?? [];
      for (const surface of surfaces.light) expect(toContrast(light, surface)).toBeGreaterThanOrEqual(7);
      for (const surface of surfaces.dark) expect(toContrast(dark, surface)).toBeGreaterThanOrEqual(7);
    }),
  );
});
