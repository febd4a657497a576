import { messages } from './messages.ts';
import type { MediaChange, MediaFacts } from './types.ts';

/** What became of an uploaded file, but for its path: «reemplazado: 1.9 MB, 4000 × 3000 píxeles → 210 KB, …». */
export function describeMedia({ kind, previousPath, before, after }: MediaChange): string {
  const sides = [before, after].flatMap((facts) => (facts === undefined ? [] : [describeFacts(facts)]));
  const sizes = [...new Set(sides)].join(' → ');
  const from = previousPath === undefined ? '' : ` (${messages.from(previousPath)})`;
  return `${messages.mediaKinds[kind]}${from}${sizes === '' ? '' : `: ${sizes}`}`;
}

const describeFacts = ({ bytes, width, height }: MediaFacts): string =>
  [
    messages.bytes(bytes),
    ...(width === undefined || height === undefined ? [] : [messages.pixels(width, height)]),
  ].join(', ');
