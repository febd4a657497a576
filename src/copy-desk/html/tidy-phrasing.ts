import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';

type Parent = Extract<Nodes, { children: unknown[] }>;
type Mark = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }>;

const marks = new Set(['strong', 'emphasis', 'delete']);
const isMark = (node: Nodes | undefined): node is Mark => node !== undefined && marks.has(node.type);
const isPlain = (node: Nodes | undefined): node is Text => node?.type === 'text';

/** Nothing to see: spaces and what looks like none. */
const blank = /^[\s\u200B-\u200D\u2060\uFEFF]*$/u;

/**
 * Makes phrasing what Markdown can write: no space inside the edges of bold and italics, none of them empty or
 * beside its like, two line breaks are a new paragraph, and paragraphs without text are gone.
 */
export function tidyPhrasing(root: Root): void {
  tidyChildren(root);
}

function tidyChildren(parent: Parent): void {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    if ('children' in child) tidyChildren(child);
    if (child.type === 'paragraph') children.push(...splitParagraph(child));
    else if (isMark(child)) children.push(...hoistEdges(child));
    else children.push(child);
  }
  if (parent.type === 'listItem') parent.spread = children.filter(({ type }) => type !== 'list').length > 1;
  if (parent.type === 'list') parent.spread = parent.children.some(({ spread }) => spread === true);
  parent.children = separate(join(children)) as never;
}

/** What stands at the edges of bold and is not bold: spaces and line breaks. Nothing is left of an empty one. */
function hoistEdges(mark: Mark): PhrasingContent[] {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  const children = mark.children.flatMap((child) => (child.type === mark.type ? child.children : [child]));
  for (let first = children[0]; first !== undefined; first = children[0]) {
    if (first.type !== 'break' && !(isPlain(first) && /^\s/u.test(first.value))) break;
    if (first.type === 'break') before.push(first);
    else before.push({ type: 'text', value: /^\s+/u.exec(first.value)?.[0] ?? '' });
    if (first.type === 'break' || blank.test(first.value)) children.shift();
    else children[0] = { ...first, value: first.value.trimStart() };
  }
  for (let last = children.at(-1); last !== undefined; last = children.at(-1)) {
    if (last.type !== 'break' && !(isPlain(last) && /\s$/u.test(last.value))) break;
    if (last.type === 'break') after.unshift(last);
    else after.unshift({ type: 'text', value: /\s+$/u.exec(last.value)?.[0] ?? '' });
    if (last.type === 'break' || blank.test(last.value)) children.pop();
    else children[children.length - 1] = { ...last, value: last.value.trimEnd() };
  }
  const isEmpty = children.every((child) => isPlain(child) && blank.test(child.value));
  return isEmpty ? [...before, ...children, ...after] : [...before, { ...mark, children }, ...after];
}

/** Joins neighbours of one kind. */
function join(nodes: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (isPlain(node) && isPlain(last)) last.value += node.value;
    else if (isMark(node) && isMark(last) && node.type === last.type) {
      last.children = join([...last.children, ...node.children]) as PhrasingContent[];
    } else result.push(node);
  }
  return result;
}

/** A space where Markdown would not see the edge of bold: `**Nota:**texto`. */
function separate(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    const [end, start] = [lastCharacter(node), next === undefined ? '' : firstCharacter(next)];
    const isSealed =
      (isMark(node) && /[\p{P}\p{S}]/u.test(end) && /[\p{L}\p{N}]/u.test(start)) ||
      (isMark(next) && /[\p{P}\p{S}]/u.test(start) && /[\p{L}\p{N}]/u.test(end)) ||
      (isMark(node) && isMark(next));
    return isSealed ? [node, { type: 'text', value: ' ' } as const] : [node];
  });
}

const firstCharacter = (node: Nodes): string =>
  'children' in node
    ? node.children[0] === undefined
      ? ''
      : firstCharacter(node.children[0])
    : 'value' in node
      ? (/^./su.exec(node.value)?.[0] ?? '')
      : '';

const lastCharacter = (node: Nodes): string => {
  if ('children' in node) {
    const last = node.children.at(-1);
    return last === undefined ? '' : lastCharacter(last);
  }
  return 'value' in node ? (/.$/su.exec(node.value)?.[0] ?? '') : '';
};

/** The paragraphs that double line breaks make of one; none of a paragraph without content. */
function splitParagraph(paragraph: Paragraph): RootContent[] {
  const parts: PhrasingContent[][] = [[]];
  let breaks = 0;
  for (const child of paragraph.children) {
    if (child.type === 'break') {
      breaks += 1;
      continue;
    }
    if (breaks > 0 && isPlain(child) && blank.test(child.value)) continue;
    if (breaks > 1) parts.push([]);
    const part = parts.at(-1) ?? [];
    if (breaks === 1 && part.length > 0) part.push({ type: 'break' });
    breaks = 0;
    part.push(child);
  }
  return parts
    .filter((part) => !part.every((child) => isPlain(child) && blank.test(child.value)))
    .map((children) => ({ ...paragraph, children }));
}
