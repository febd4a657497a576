import { expect, test } from 'vitest';
import { toKeep, toMarkdown } from '../../../../src/copy-desk/html/to-markdown.ts';

test.each([
  ['', ''],
  ['<p>&nbsp;</p><p><b></b></p>', ''],
  ['<div>uno</div><div>dos</div>', 'uno\n\ndos'],
  ['un <b> muy </b>raro <i><b>texto</b></i>', 'un **muy** raro ***texto***'],
  ['<b>a</b><b>b</b> y <b>Nota:</b>sigue', '**ab** y **Nota:** sigue'],
  ['<span style="font-weight:700">a</span> <span style="font-style:italic">b</span>', '**a** *b*'],
  ['<b style="font-weight:normal"><p>a <b>b</b></p></b>', 'a **b**'],
  ['<b><p>uno</p><p>dos</p></b>', '**uno**\n\n**dos**'],
  ['<h2><b>Título</b></h2>', '## Título'],
  ['<ul><li><p>a</p></li><ul><li>b</li></ul><li>c</li></ul>', '- a\n  - b\n- c'],
  ['<ol start="3"><li>a<li>b</ol>', '3. a\n4. b'],
  ['a<br>b<br><br>c<br>', 'a\\\nb\n\nc'],
  ['<p style="white-space:pre-wrap">a\nb</p>', 'a\\\nb'],
  ['<table><tr><th><p>a</p><p>b</p></th><th>c|d</th></tr></table>', '| a b | c\\|d |\n| --- | ---- |'],
  ['<pre>x\n  y</pre>', '```\nx\n  y\n```'],
  ['R&amp;D y 2*3 de ana@example.org', 'R&D y 2\\*3 de ana@example.org'],
  ['a <img alt="🎉" src="data:image/gif;base64,AA"> b', 'a 🎉 b'],
  ['<select><option>uno</option><option>dos</option></select>', 'uno dos'],
])('%s', (html, markdown) => {
  expect(toMarkdown(html)).toBe(markdown);
});

test('pieces of Markdown stay as they are, in a line and as blocks', () => {
  const keep = ['*uno*', '* dos\n* tres'];
  const html = `<p>Va <b>${toKeep(0, false)} más</b></p>${toKeep(1, true)}`;
  expect(toMarkdown(html, { keep })).toBe('Va ***uno* más**\n\n* dos\n* tres');
});
