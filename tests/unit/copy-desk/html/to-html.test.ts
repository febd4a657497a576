import { expect, test } from 'vitest';
import { toHtml } from '../../../../src/copy-desk/html/to-html.ts';

test.each([
  ['# Uno\n\n##### Dos', '<h2>Uno</h2><h4>Dos</h4>'],
  ['**a** *b* `c`\\\nd', '<p><strong>a</strong> <em>b</em> <code>c</code><br>d</p>'],
  ['- a\n  1. b\n- c', '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>'],
  ['> a\n>\n> b', '<blockquote><p>a</p><p>b</p></blockquote>'],
  ['[a](https://example.org/?b=1&c=2 "t")', '<p><a href="https://example.org/?b=1&#38;c=2">a</a></p>'],
  ['[a](javascript:b) ![c](data:d)', '<p>a </p>'],
  ['| a | b |\n| - | - |\n| c | d |', '<p>a | b</p><p>c | d</p>'],
  ['a <script>b</script>', '<p>a &#60;script&#62;b&#60;/script&#62;</p>'],
  [
    '<Video url="https://example.org" title="a" />',
    '<p>&#60;Video url=&#34;https://example.org&#34; title=&#34;a&#34; /&#62;</p>',
  ],
])('%s', (markdown, html) => {
  expect(toHtml(markdown)).toBe(html);
});
