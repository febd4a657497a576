import type { Root } from 'hast';
import { maskMail, splitAtMail, toMailHref } from '../site/mail.ts';
import { isTag, mapNodes, type Node, toElement } from './visit.ts';

/** Attributes of elements and of components that readers see or hear. */
const texts = ['alt', 'title', 'ariaLabel', 'caption', 'credit', 'label'];

/**
 * Keeps e-mail addresses from programs that collect them: links are percent-encoded, and in texts a mark that
 * nobody sees or hears stands at both sides of the `@`. Readers see, hear, copy and click what they always did.
 */
export function hideMail(tree: Root): void {
  mapNodes(tree, (node) => {
    if (node.type === 'text') return splitAtMail(node.value).flatMap(toNodes);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const attribute of node.attributes) {
        if ('name' in attribute && texts.includes(attribute.name) && typeof attribute.value === 'string') {
          attribute.value = maskMail(attribute.value);
        }
      }
    }
    if (node.type !== 'element') return [node];
    const { href } = node.properties;
    if (isTag(node, 'a') && typeof href === 'string' && /^mailto:/iu.test(href)) {
      node.properties['href'] = toMailHref(href);
    }
    for (const name of texts) {
      const value = node.properties[name];
      if (typeof value === 'string') node.properties[name] = maskMail(value);
    }
    return [node];
  });
}

function toNodes(part: string, index: number): Node[] {
  if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
  const [user = '', domain = ''] = part.split('@');
  const mark = toElement('i', { hidden: true }, [{ type: 'text', value: '·' }]);
  return [
    { type: 'text', value: user },
    mark,
    { type: 'text', value: '@' },
    mark,
    { type: 'text', value: domain },
  ];
}
