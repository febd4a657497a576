import { toReadable } from './colors.ts';

/** The backgrounds on which text stands in each theme: --paper and --surface of src/styles/base.css. */
export const surfaces = {
  light: ['#ffffff', '#f5f3ee'],
  dark: ['#15171a', '#212429'],
} as const;

/** Contrast of text, WCAG 2.2 AAA (1.4.6). */
const ratio = 7;

/** The accent of the settings as CSS custom properties, readable in the light and in the dark theme. */
export function toAccentCss(accent: string): string {
  const light = toReadable(accent, surfaces.light[1], ratio);
  const dark = toReadable(accent, surfaces.dark[1], ratio);
  return `:root{--accent:${light}}@media screen and (prefers-color-scheme:dark){:root{--accent:${dark}}}`;
}

/**
 * A sheet whose colours are those of one theme whatever the device asks for.
 * @param theme undefined: the sheet as it is
 */
export function forceTheme(css: string, theme: keyof typeof surfaces | undefined): string {
  if (theme === undefined) return css;
  return css
    .replace(/\bscreen and \(prefers-color-scheme:\s*dark\)/gu, theme === 'dark' ? 'screen' : 'not all')
    .replace(/\bcolor-scheme:\s*light dark\b/gu, `color-scheme:${theme}`);
}
