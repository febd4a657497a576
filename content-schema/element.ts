import { components, isComponentName } from './components.ts';

/** A component in a body: `<Figure image="…" alt="…" />`, alone on its line between blank lines. */
export interface Element {
  readonly name: keyof typeof components;
  readonly attributes: Readonly<Record<string, string>>;
  /** The Markdown between the tags; absent for a component without children. */
  readonly children?: string;
}

const tag =
  /^<(?<close>\/)?(?<name>[A-Z][A-Za-z]*)(?<attributes>(?:[ \t]+[A-Za-z][A-Za-z0-9]*="[^"<{}`\n]*")*)[ \t]*(?<self>\/)?>[ \t]*$/u;

const characters = { '&': 'amp', '"': 'quot', '<': 'lt' } as const;
const references = new Map(Object.entries({ amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" }));

function encode(value: string): string {
  return value
    .replace(/[&"<]/gu, (character) => `&${characters[character as keyof typeof characters]};`)
    .replace(/[{}`\n\r\t]/gu, (character) => `&#${String(character.charCodeAt(0))};`);
}

function decode(value: string): string {
  return value.replace(
    /&(?:#x(?<hex>[0-9a-f]{1,6})|#(?<decimal>[0-9]{1,7})|(?<name>[a-z]+));/giu,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return references.get(name) ?? reference;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    },
  );
}

/** An opening, closing or self-closing tag of an allow-listed component. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'self';
  readonly name: keyof typeof components;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Reads one tag that stands alone. Attributes are strings only; undefined for anything else: an unknown
 * name, an expression, a spread, text beside the tag.
 */
export function parseTag(source: string): Tag | undefined {
  const groups = tag.exec(source)?.groups;
  const name = groups?.['name'];
  if (groups === undefined || name === undefined || !isComponentName(name)) return undefined;
  const kind = groups['close'] ? 'close' : groups['self'] ? 'self' : 'open';
  const attributes: Record<string, string> = {};
  for (const [, key, value] of (groups['attributes'] ?? '').matchAll(/([A-Za-z][A-Za-z0-9]*)="([^"]*)"/gu)) {
    if (key !== undefined && value !== undefined) attributes[key] = decode(value);
  }
  if (kind === 'close' && Object.keys(attributes).length > 0) return undefined;
  if (kind !== 'self' && !('children' in components[name])) return undefined;
  return { kind, name, attributes };
}

/** Writes a component as it stands in a body: attributes in the order of its fields, empty ones left out. */
export function serializeElement({ name, attributes, children }: Element): string {
  const pairs = Object.keys(components[name].fields)
    .map((key) => [key, attributes[key] ?? ''] as const)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ` ${key}="${encode(value)}"`)
    .join('');
  if (children === undefined) return `<${name}${pairs} />`;
  return `<${name}${pairs}>\n\n${children.trim()}\n\n</${name}>`;
}
