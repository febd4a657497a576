import type { Element } from 'hast';

/** What the CSS of an element says of its text. */
export interface Style {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  /** An element such as `b` that CSS makes plain: Google Docs puts one around everything it copies. */
  readonly isPlain: boolean;
  /** Whether line ends in its text are line breaks; undefined where it does not say. */
  readonly isPre: boolean | undefined;
}

/** Bold, italic and struck text that only a `style` attribute gives. */
export function readStyle(node: Element): Style {
  const css = String(node.properties['style'] ?? '').toLowerCase();
  const get = (name: string): string =>
    new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(?<value>[^;]*)`, 'u').exec(css)?.groups?.['value']?.trim() ?? '';
  const weight = get('font-weight');
  const slant = get('font-style');
  const space = get('white-space');
  return {
    isBold: /^(?:bold|bolder|[6-9]00)\b/u.test(weight),
    isItalic: /^(?:italic|oblique)\b/u.test(slant),
    isStruck: /line-through/u.test(`${get('text-decoration')} ${get('text-decoration-line')}`),
    isPlain: /^(?:normal|lighter|[1-4]00)\b/u.test(/^(?:i|em)$/u.test(node.tagName) ? slant : weight),
    isPre: space === '' ? undefined : space.startsWith('pre'),
  };
}

export const isHeading = (tagName: string): boolean => /^h[1-6]$/u.test(tagName);
