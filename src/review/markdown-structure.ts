import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withoutHtml } from './blocks.ts';

/**
 * Do two texts say the same in Markdown? The form's editor of rich text writes the whole body anew, with its
 * own marks (`*` for `-`), where only a word was changed.
 */
export const isSameMarkdown = (a: string, b: string): boolean => a === b || toStructure(a) === toStructure(b);

function toStructure(markdown: string): string {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm(), withoutHtml],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return JSON.stringify(tree, (key, value: unknown) =>
    key === 'position' || key === 'spread' ? undefined : value,
  );
}
