import { htmlTagNames } from 'html-tag-names';
import { components } from '../../../content-schema/index.ts';

/** What looks like a tag in text. */
export interface TagLike {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'void';
  /** HTML, that of Word included; otherwise it is a literal text such as `<nombre>`. */
  readonly isHtml: boolean;
  /** One of our components, which here are case-sensitive. */
  readonly isComponent: boolean;
  readonly start: number;
  readonly end: number;
}

const names = new Set([...htmlTagNames, 'xml']);
/** Elements that have no end tag, and those that browsers close by themselves. */
const voids = new Set('area base br col embed hr img input link meta param source track wbr p li'.split(' '));
const pattern =
  /<(?<slash>\/?)(?<name>[a-z][\w:-]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?(?<self>\/?)>|<[?!](?!--)[^>]*>/giu;

/** The tags in a piece of HTML, in order; drawings and formulas and what is in them count as HTML. */
export function findTagLike(html: string): TagLike[] {
  return [...html.matchAll(pattern)].map((match) => {
    const { slash, name = '', self } = match.groups ?? {};
    const isComponent = Object.hasOwn(components, name);
    const isHtml = !isComponent && (name === '' || name.includes(':') || names.has(name.toLowerCase()));
    const isVoid = name === '' || self === '/' || voids.has(name.toLowerCase());
    return {
      name,
      kind: isVoid ? 'void' : slash === '/' ? 'close' : 'open',
      isHtml,
      isComponent,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}
