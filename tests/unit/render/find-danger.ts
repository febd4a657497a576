const elements = new Set(
  (
    'h1 h2 h3 h4 h5 h6 p a i em strong del br hr ul ol li blockquote pre code sup section div ' +
    'table thead tbody tr th td img figure aside passage video-card embed-card download-card'
  ).split(' '),
);

const attributes = new Set(
  (
    'href rel title lang language alt src class id start role tabindex aria-label aria-describedby label asset block ' +
    'hidden image caption credit type url file data-footnote-ref data-footnote-backref data-footnotes'
  ).split(' '),
);

const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

const tag = /<\/?(?<name>[a-z0-9-]+)(?<attributes>(?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/gu;
const attribute = /(?<key>[^\s=]+)(?:="(?<value>[^"]*)")?/gu;

/** What of a rendered body could run or load something: a tag, attribute or address not known as harmless. */
export function findDanger(html: string): string[] {
  const found = [...html.matchAll(tag)].flatMap(({ groups }) => {
    const { name = '', attributes: source = '' } = groups ?? {};
    const dangers = [...source.matchAll(attribute)].flatMap(({ 0: whole, groups: pair }) => {
      const { key = '', value = '' } = pair ?? {};
      return !attributes.has(key) || (key === 'href' && !isHarmless(value)) ? [whole] : [];
    });
    return elements.has(name) ? dangers : [`<${name}`, ...dangers];
  });
  const rest = html.replace(tag, '');
  return rest.includes('<') ? [...found, rest] : found;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function isHarmless(href: string): boolean {
  const address = href
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/gu, (_, name: string) => entities[name] ?? '');
  const base = 'https://site.invalid/';
  return URL.canParse(address, base) && protocols.has(new URL(address, base).protocol);
}
