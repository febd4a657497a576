import type { Element, ElementContent } from 'hast';
import { toText } from './text.ts';

/** A paragraph that Word draws as an item of a list. */
export interface WordItem {
  /** 1 is the outermost. */
  readonly level: number;
  readonly isOrdered: boolean;
  /** What the paragraph holds besides its mark. */
  readonly children: ElementContent[];
}

declare module 'hast' {
  interface ElementData {
    word?: WordItem;
  }
}

const isMark = (node: ElementContent): boolean =>
  node.type === 'element' && /mso-list:\s*ignore/iu.test(String(node.properties['style'] ?? ''));

/**
 * Reads `<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>`: Word copies a list as paragraphs, with the
 * mark of each in a span that says `mso-list:Ignore`.
 */
export function toWordItem(node: Element): WordItem | undefined {
  const style = String(node.properties['style'] ?? '');
  const level = /mso-list:\s*l\d+\s+level(?<level>\d+)/iu.exec(style)?.groups?.['level'];
  if (level === undefined || node.tagName !== 'p') return undefined;
  let mark = '';
  const withoutMark = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      if (isMark(child)) {
        mark += toText(child);
        return [];
      }
      return [{ ...child, children: withoutMark(child.children) }];
    });
  const children = withoutMark(node.children);
  return { level: Number(level), isOrdered: /^\s*\(?(?:\d+|[a-z]{1,4})[.)]/iu.test(mark), children };
}

/** Puts neighbouring items of Word into nested lists. */
export function gatherWordLists(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let open: { level: number; list: Element }[] = [];
  for (const node of nodes) {
    const item = node.type === 'element' ? node.data?.word : undefined;
    if (node.type !== 'element' || item === undefined) {
      if (node.type === 'element' || (node.type === 'text' && node.value.trim() !== '')) open = [];
      result.push(node);
      continue;
    }
    delete node.data;
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    const name = item.isOrdered ? 'ol' : 'ul';
    const last = open.at(-1);
    if (last?.level === item.level && last.list.tagName === name) {
      last.list.children.push(node);
      continue;
    }
    if (last?.level === item.level) open.pop();
    const list: Element = { type: 'element', tagName: name, properties: {}, children: [node] };
    const parent = open.at(-1)?.list.children.findLast((child) => child.type === 'element');
    (parent?.children ?? result).push(list);
    open.push({ level: item.level, list });
  }
  return result;
}
