import { toReadable } from './colors.ts';

/** The colours on which the accent stands, darkest and lightest of each theme; src/styles/base.css has the same. */
export const surfaces = { light: '#f3f1ec', dark: '#22252a' } as const;

/** Contrast of text, WCAG 2.2 AAA (1.4.6). */
const ratio = 7;

/** The accent of the settings as CSS custom properties, readable in the light and in the dark theme. */
export function toAccentCss(accent: string): string {
  const light = toReadable(accent, surfaces.light, ratio);
  const dark = toReadable(accent, surfaces.dark, ratio);
  return `:root{--accent:${light}}@media(prefers-color-scheme:dark){:root{--accent:${dark}}}`;
}
