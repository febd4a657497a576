import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { toFrame } from '../site/frames.ts';
import { type BodyHeading, listHeadings } from './headings.ts';
import type { Node } from './visit.ts';

/** The sheets of src/styles that only some bodies need. */
type BodyStyle = 'callout' | 'card' | 'code' | 'embed' | 'footnotes' | 'play' | 'quote' | 'table';

/** What the page around a body has to know of it. */
export interface BodyFacts {
  readonly headings: readonly BodyHeading[];
  readonly styles: readonly BodyStyle[];
  /** The origins that its frames show after a click, for the policy of the page. */
  readonly frames: readonly string[];
}

const elementStyles: Readonly<Record<string, BodyStyle>> = {
  blockquote: 'quote',
  code: 'code',
  hr: 'quote',
  pre: 'code',
  section: 'footnotes',
  table: 'table',
};

const componentStyles: Readonly<Record<string, BodyStyle>> = { Callout: 'callout', Download: 'card' };

const isTaskList = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.includes('contains-task-list');

/** Describes a tree of toBodyTree. */
export function describeBody(tree: Root): BodyFacts {
  const styles = new Set<BodyStyle>();
  const frames = new Set<string>();
  visit(tree, (node: Node | Root) => {
    if (node.type === 'element') add(isTaskList(node) ? 'quote' : elementStyles[node.tagName]);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { name, attributes } = node;
    add(componentStyles[name ?? '']);
    if (name !== 'Video' && name !== 'Embed') return;
    const url = attributes.find((attribute) => 'name' in attribute && attribute.name === 'url')?.value;
    const frame = typeof url === 'string' ? toFrame(url) : undefined;
    add(frame === undefined ? 'card' : 'embed');
    if (frame !== undefined) frames.add(frame.origin);
  });
  return { headings: listHeadings(tree), styles: [...styles].sort(), frames: [...frames].sort() };

  function add(style: BodyStyle | undefined): void {
    if (style !== undefined) styles.add(style);
  }
}
