import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { findTags } from '../../../content-schema/index.ts';
import { messages } from '../locale/messages.ts';
import type { Html } from './html.ts';
import { renderBlock } from './render-block.ts';

/** A character for private use, which nobody types: it marks where a component stood. */
const mark = '\uE000';

/**
 * What readers will see of a body, by the same rules as the site: Markdown without HTML, and components. No
 * markup that the body holds gets through, nor any address of a script.
 */
export function renderBody(body: string): Html {
  const blocks: string[] = [];
  let masked = '';
  let offset = 0;
  for (const { kind, name, attributes, start, end } of findTags(body)) {
    masked += body.slice(offset, start) + mark + String(blocks.length) + mark;
    offset = end;
    const { open, close } = renderBlock(name, attributes);
    blocks.push((kind === 'close' ? '' : open.markup) + (kind === 'open' ? '' : close.markup));
  }
  masked += body.slice(offset);
  const rendered = micromark(masked, {
    extensions: [gfm(), { disable: { null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'] } }],
    htmlExtensions: [gfmHtml({ label: messages.preview.notes, backLabel: messages.preview.noteReference })],
  });
  const markup = rendered.replace(
    new RegExp(`<p>${mark}(\\d+)${mark}</p>`, 'gu'),
    (whole, index: string) => blocks[Number(index)] ?? whole,
  );
  return { markup };
}
