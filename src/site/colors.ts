/** A colour in sRGB, each channel from 0 to 1. */
type Rgb = readonly [number, number, number];

function parseHex(hex: string): Rgb {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

const toHex = (color: Rgb): string =>
  `#${color
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** Relative luminance, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function toLuminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function toContrast(one: string, other: string): number {
  const [a, b] = [toLuminance(parseHex(one)), toLuminance(parseHex(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

const steps = 100;

/**
 * The colour nearest to `color` that can be read on `background`: darkened on a light one, lightened on a
 * dark one, only as far as needed.
 * @param ratio wanted contrast; at most what black or white can give on that background
 */
export function toReadable(color: string, background: string, ratio: number): string {
  const isLight = toLuminance(parseHex(background)) > 0.18;
  const target: Rgb = isLight ? [0, 0, 0] : [1, 1, 1];
  for (let step = 0; step <= steps; step += 1) {
    const candidate = toHex(mix(parseHex(color), target, step / steps));
    if (toContrast(candidate, background) >= ratio) return candidate;
  }
  return toHex(target);
}
