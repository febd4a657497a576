import type { BlockEditorComponentOptions } from 'decap-cms-core';
import { messages } from '../locale/messages.ts';

interface ImageData {
  readonly image?: string;
  readonly alt?: string;
  readonly title?: string;
}

/**
 * An image of plain Markdown alone in its paragraph, as older entries have it: editors see the image and its
 * text, and cannot add new ones (a Figure is better). Text with escapes stays Markdown.
 */
export const markdownImage: BlockEditorComponentOptions = {
  id: 'image',
  label: messages.image.label,
  fields: [
    { name: 'image', label: messages.image.image, widget: 'image' },
    { name: 'alt', label: messages.image.alt, widget: 'string' },
    { name: 'title', label: messages.image.title, widget: 'string' },
  ],
  pattern: /^!\[([^\]\\\n]*)\]\(([^\s()<>\\]+)(?: "([^"\\\n]*)")?\)[ \t]*(?=\n[ \t]*(?:\n|$)|$)/,
  fromBlock: ([, alt = '', image = '', title]): ImageData => ({
    image,
    alt,
    ...(title === undefined ? {} : { title }),
  }),
  toBlock: ({ image = '', alt = '', title = '' }: ImageData) =>
    `![${toPlain(alt)}](${toDestination(image)}${title === '' ? '' : ` "${toPlain(title)}"`})`,
  toPreview: () => '',
};

/** Text that needs no escape inside brackets or quotes. */
const toPlain = (text: string): string => text.replace(/[[\]\\"\n]/gu, ' ').trim();

/** An address that needs no angle brackets. */
const toDestination = (path: string): string =>
  path.replace(/[\s()<>\\]/gu, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
