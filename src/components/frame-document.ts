import { messages } from '../site/messages.ts';
import type { Frame } from '../site/frames.ts';

/**
 * The style of every frame before it is opened, one text for the whole site: the policy of a page with frames
 * names its digest. `i` is heard and not seen. Colours of its own, dark in both themes, as a still before the film; white on it has a
 * contrast of 14:1.
 */
export const frameStyle =
  '*{box-sizing:border-box}body,html,a{height:100%;margin:0}' +
  'a{position:relative;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:.6em;' +
  'min-height:max-content;padding:1em;background:#22262b;color:#fff;' +
  'font:1rem/1.4 system-ui,sans-serif;text-align:center;text-decoration:none}' +
  'a:focus-visible{outline:3px solid #fff;outline-offset:-6px}' +
  'img{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}' +
  'svg,b,span{position:relative}svg{width:4rem;padding:1.2rem;border:2px solid;border-radius:50%;' +
  'background:#22262b;fill:currentColor}b,span{padding:.2em .6em;background:#22262b}i{position:absolute;clip-path:inset(50%)}span{max-width:34em;font-size:.875rem}';

const play = '<svg viewBox="0 0 9 10" aria-hidden="true"><path d="M1 0l8 5-8 5z"/></svg>';

/** A picture to show before the frame is opened. */
export interface Still {
  readonly src: string;
  /** Of the same picture as AVIF, as in `<source>`. */
  readonly srcset: string;
}

/**
 * The document of a frame before it is opened: a still and a link that leads the frame itself to the other
 * site. It needs no script, and nothing of the other site is asked for before a reader follows the link.
 */
export function toFrameDocument(frame: Frame, title: string, still: Still | undefined): string {
  const { src, host, shape } = frame;
  const label = toFrameLabel(frame);
  const note = messages.frames.knows(host);
  const picture =
    still === undefined
      ? ''
      : `<picture><source type="image/avif" srcset="${escape(still.srcset)}" sizes="40rem">` +
        `<img src="${escape(still.src)}" alt=""></picture>`;
  const icon = shape === 'sheet' ? '' : play;
  return (
    `<html lang="es"><title>${escape(title)}</title><style>${frameStyle}</style>` +
    `<a href="${escape(src)}">${picture}${icon}<b>${escape(label)}</b><i>«${escape(title)}».</i>` +
    `<span>${escape(note)}</span></a>`
  );
}

const toFrameLabel = ({ shape, service }: Frame): string =>
  shape === 'sheet'
    ? messages.openOn(service)
    : shape === 'sound'
      ? messages.frames.listenOn(service)
      : messages.watchOn(service);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<"]/gu, (character) => entities[character] ?? '');
