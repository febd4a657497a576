import { toReadable } from './colors.ts';

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The icon of the site as SVG: its initial, white on the accent. */
export function toIcon(name: string, accent: string): string {
  const [first] = new Intl.Segmenter('es', { granularity: 'grapheme' }).segment(
    name.trim().toLocaleUpperCase('es'),
  );
  const initial = (first?.segment ?? '').replace(/[&<>]/gu, (character) => special[character] ?? '');
  const fill = toReadable(accent, '#ffffff', 4.5);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="${fill}"/>` +
    `<text x="32" y="47" text-anchor="middle" font-family="Charter,Georgia,serif" font-size="44" font-weight="700" fill="#fff">${initial}</text></svg>\n`
  );
}
