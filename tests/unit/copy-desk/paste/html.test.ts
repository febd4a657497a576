import { html } from '../../../../src/copy-desk/rules/paste/html.ts';
import { testRule } from '../cases.ts';

testRule(html, [
  {
    name: 'a tag in code, in a block that a component out of its place begins',
    given: '<Figure image="/assets/images/posts/a.jpg" alt="Algo" />\n`codigo <b> x`',
  },
  { name: 'a clean text', given: 'Dos es < tres, y **esto** no es HTML.' },
  {
    name: 'bold and italics in a line, whose other Markdown stays as it is',
    given: 'Una <b>gran</b> noticia\npara *todas* y <i>todos</i>.',
    becomes: 'Una **gran** noticia\npara *todas* y *todos*.',
    finds: ['error'],
    says: '«<b>»',
  },
  {
    name: 'a style, an empty span and old elements leave their words',
    given: '<span style="color:red">Rojo</span>, <u>raya</u><span></span> y <font size="4">grande</font>.',
    becomes: 'Rojo, raya y grande.',
    finds: ['error'],
  },
  {
    name: 'blocks',
    given: 'Antes.\n<h2>Requisitos</h2><p>Son dos:</p>\n<ul><li>Uno</li><li>Dos</li></ul><hr>\n\nDespués.',
    becomes: 'Antes.\n\n## Requisitos\n\nSon dos:\n\n- Uno\n- Dos\n\n---\n\nDespués.',
    finds: ['error'],
  },
  {
    name: 'boxes around Markdown',
    given: '<div class="x">\n\n## Título\n\n* uno\n* dos\n\n</div>\n\nFin.',
    becomes: '## Título\n\n* uno\n* dos\n\nFin.',
    finds: ['error'],
  },
  {
    name: 'line breaks: one stays, two are a new paragraph',
    given: 'Calle 1<br>Zona 2<br><br>Llama antes.',
    becomes: 'Calle 1\\\nZona 2\n\nLlama antes.',
    finds: ['error'],
  },
  {
    name: 'inside quotes, lists and tables',
    given: '> Dijo <br>\n> que <b>no</b>.\n\n- uno <br>más\n\n| a | b |\n| - | - |\n| x<br>y | z |',
    becomes: '> Dijo\\\n> que **no**.\n\n- uno\\\n  más\n\n| a | b |\n| - | - |\n| x y| z |',
    finds: ['error', 'error', 'error'],
  },
  {
    name: 'links and images keep their address and nothing else',
    given:
      '<a href="https://example.org/a?b=1&amp;c=2" onclick="robar()">Ver</a> <img src="/a.jpg" alt="Algo" onerror="robar()">',
    becomes: '[Ver](https://example.org/a?b=1&c=2) ![Algo](/a.jpg)',
    finds: ['error'],
  },
  {
    name: 'addresses that run code do not survive',
    given:
      '<a href="java\tscript:robar()">Ver</a> <a href="data:text/html,x">más</a><img src="javascript:robar()">',
    becomes: 'Ver más',
    finds: ['error'],
  },
  {
    name: 'a table',
    given: '<table><tr><th>Año</th><th>Monto</th></tr><tr><td>2025</td><td>10</td></tr></table>',
    becomes: '| Año  | Monto |\n| ---- | ----- |\n| 2025 | 10    |',
    finds: ['error'],
  },
  {
    name: 'raised and lowered numbers',
    given: 'Mide 10 m<sup>2</sup> y hay H<sub>2</sub>O en el 1<sup>er</sup> piso.',
    becomes: 'Mide 10 m² y hay H₂O en el 1er piso.',
    finds: ['error'],
  },
  {
    name: 'a style sheet',
    given: '<style>p { color: red }</style>\n\nTexto.',
    becomes: '\n\nTexto.',
    finds: ['error'],
  },
  {
    name: 'Word is HTML, but a word to be filled in is text',
    given: 'Estimada <nombre>: <b>hola</b>.\n\n<p>Fin.<o:p></o:p></p>',
    becomes: 'Estimada <nombre>: **hola**.\n\nFin.',
    finds: ['error', 'error'],
  },
  {
    name: 'what HTML writes as characters stays text',
    given: '<p>Escribe &lt;b&gt; y 2 * 3 * 4.</p>',
    becomes: 'Escribe \\<b> y 2 \\* 3 \\* 4.',
    finds: ['error'],
  },
  {
    name: 'an embed and its block belong to other rules',
    given: '<p>Mira</p><iframe src="https://example.org/v"></iframe>',
  },
  {
    name: 'code between HTML is code',
    given: '<p>Usa `<b>` aquí.</p>',
    becomes: 'Usa `<b>` aquí.',
    finds: ['error'],
  },
  { name: 'code shows HTML', given: 'El elemento `<b>` y\n\n```html\n<p>hola</p>\n```' },
  { name: 'a component in its place', given: '<Figure image="/a.jpg" alt="Algo" />' },
]);
