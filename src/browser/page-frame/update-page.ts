/**
 * Makes the page that is shown into the next one by replacing what differs and nothing else: what stays is not
 * loaded, laid out or drawn again, so that an old laptop keeps up with who types. Nodes of `next` move over.
 * @returns the elements that are others now, or whose text is; undefined where the next has to be loaded as a whole:
 * its head has other styles or another policy
 */
export function updatePage(shown: Document, next: Document): Element[] | undefined {
  const isAlike =
    hasSameAttributes(shown.documentElement, next.documentElement) &&
    hasSameAttributes(shown.body, next.body) &&
    toFittings(shown) === toFittings(next);
  return isAlike ? updateChildren(shown.body, next.body) : undefined;
}

/** What of a head decides how the body looks and what it may do. */
const toFittings = ({ head }: Document): string =>
  [...head.querySelectorAll('style, link[rel="stylesheet"], base, meta[http-equiv], meta[name="viewport"]')]
    .map(({ outerHTML }) => outerHTML)
    .join('\n');

function updateChildren(shown: Element, next: Element): Element[] {
  const [before, after] = [[...shown.childNodes], [...next.childNodes]];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isEqual(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isEqual(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  if (old.length === fresh.length) return old.flatMap((node, index) => updateNode(node, fresh[index]));
  const rest = before[before.length - end] ?? null;
  for (const node of old) node.remove();
  for (const node of fresh) shown.insertBefore(node, rest);
  const elements = fresh.filter(isElement);
  return elements.length > 0 ? elements : [shown];
}

function updateNode(shown: ChildNode, next: ChildNode | undefined): Element[] {
  if (next === undefined) return [];
  const isSameElement =
    isElement(shown) && isElement(next) && shown.nodeName === next.nodeName && hasSameAttributes(shown, next);
  if (isSameElement) return updateChildren(shown, next);
  shown.replaceWith(next);
  return isElement(next) ? [next] : [next.parentElement].filter((parent) => parent !== null);
}

const isEqual = (one: ChildNode | undefined, other: ChildNode | undefined): boolean =>
  one !== undefined && other !== undefined && one.isEqualNode(other);

/** `instanceof` knows only elements of its own window. */
const isElement = (node: ChildNode): node is ChildNode & Element => node.nodeType === Node.ELEMENT_NODE;

const hasSameAttributes = (one: Element, other: Element): boolean =>
  one.attributes.length === other.attributes.length &&
  [...one.attributes].every(({ name, value }) => other.getAttribute(name) === value);
