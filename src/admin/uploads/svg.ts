/** Elements that run something or bring in something from elsewhere. */
const active = [
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'link',
  'meta',
  'base',
  'handler',
  'listener',
  'html',
  'body',
];

/** One piece of XML: a comment, a text that is no markup, an instruction, a tag. Anything else is not let in. */
const piece =
  /<!--(?<comment>[\s\S]*?)-->|<!\[CDATA\[(?<data>[\s\S]*?)\]\]>|<\?(?<instruction>[\s\S]*?)\?>|<!DOCTYPE(?<doctype>[^<>[\]]*)>|<\/?(?<name>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>|(?<text>[^<]+)/uy;

const attribute = /(?<key>[\w:.-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu;

/**
 * Why an SVG file may not be uploaded, because it could run a script or load something from elsewhere:
 * what it was, as it stands in the file. Undefined when it is only a drawing. Written so that what is not
 * understood counts as a danger.
 */
export function findSvgDanger(source: string): string | undefined {
  piece.lastIndex = 0;
  let style = '';
  let element = '';
  while (piece.lastIndex < source.length) {
    const start = piece.lastIndex;
    const groups = piece.exec(source)?.groups;
    if (groups === undefined) return source.slice(start, start + 40).trim();
    const { instruction, data, text, name, attributes = '' } = groups;
    if (instruction !== undefined && !/^xml\s/u.test(instruction)) return `<?${instruction}?>`;
    if (element === 'style') style += decode(data ?? text ?? '');
    if (name === undefined) continue;
    element = toLocalName(name);
    if (active.includes(element)) return `<${name}>`;
    const danger = findAttribute(element, attributes);
    if (danger !== undefined) return danger;
  }
  return findStyle(style);
}

const toLocalName = (name: string): string => name.replace(/^.*:/u, '').toLowerCase();

function findAttribute(element: string, attributes: string): string | undefined {
  for (const { 0: source, groups } of attributes.matchAll(attribute)) {
    const key = toLocalName(groups?.['key'] ?? '');
    const value = decode(groups?.['double'] ?? groups?.['single'] ?? '');
    if (key.startsWith('on')) return source;
    if ((key === 'href' || key === 'src') && !isInner(value)) {
      // A link that readers may follow is no danger; the browser does not run it in an image.
      if (element !== 'a' || !/^https?:/iu.test(value.trim())) return source;
    }
    // An animation can put an address where none was.
    if (key === 'attributename' && /href$|^on/iu.test(value.trim())) return source;
    if (findStyle(value) !== undefined) return source;
  }
  return undefined;
}

/** Of the file itself: another element of it, or an image that is in it. */
const isInner = (address: string): boolean =>
  /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]|$)/iu.test(address);

function findStyle(css: string): string | undefined {
  if (css.includes('\\')) return css.slice(0, 40);
  const call =
    /@import|expression\s*\(|javascript:|url\(\s*["']?(?!\s*["']?(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))/iu;
  const found = call.exec(css);
  return found === null ? undefined : css.slice(found.index, found.index + 40);
}

/** Text with its character references replaced. */
const decode = (text: string): string =>
  text
    .replace(/&#x(?<hex>[\da-f]+);?/giu, (_, hex: string) => toCharacter(Number.parseInt(hex, 16)))
    .replace(/&#(?<decimal>\d+);?/gu, (_, decimal: string) => toCharacter(Number(decimal)))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    // Browsers drop these inside of addresses.
    .replace(/[\t\n\r]/gu, '');

const toCharacter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
