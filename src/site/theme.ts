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
