import { describe, expect, test } from 'vitest';
import { readFacts, renderBody } from './render-body.ts';

describe('headings', () => {
  test('stand below the one h1 of the page and skip no level', async () => {
    expect(await renderBody('# Uno\n\n#### Dos\n\n## Tres\n\n##### Cuatro')).toBe(
      '<h2 id="uno">Uno</h2>\n<h3 id="dos">Dos</h3>\n<h3 id="tres">Tres</h3>\n<h4 id="cuatro">Cuatro</h4>',
    );
  });

  test('without text are dropped', async () => {
    expect(await renderBody('## \n\nTexto\n\n### \u200b')).toBe('<p>Texto</p>');
  });
});

test('an image above a line of hyphens is no heading', async () => {
  expect(await renderBody('![](/assets/images/posts/x.jpg)\n---')).toMatch(/^<img [^>]+>$/u);
});

test('images alone in a paragraph stand by themselves; others stand in it', async () => {
  const image = '![x](/assets/images/posts/x.jpg)';
  expect(await renderBody(`${image}\n${image}`)).toMatch(/^(?:<img [^>]+ block="true"\/>){2}$/u);
  expect(await renderBody(`Aquí ${image}`)).toMatch(/^<p>Aquí <img (?![^>]*block)[^>]+><\/p>$/u);
});

describe('links', () => {
  test('to other sites say so; those of the site do not', async () => {
    expect(
      await renderBody('[a](https://a.org/) [b](/contacto/) [c](https://gaceta.example.org/x/) [d](#fin)'),
    ).toBe(
      '<p><a href="https://a.org/" rel="external noopener">a</a> <a href="/contacto/">b</a> ' +
        '<a href="https://gaceta.example.org/x/">c</a> <a href="#fin">d</a></p>',
    );
  });

  test('in angle brackets, which MDX has not, are links', async () => {
    expect(await renderBody('Ve <https://a.org/x_y_z?a=1&b={2}> o <ana@example.org>.')).toBe(
      '<p>Ve <a href="https://a.org/x_y_z?a=1&amp;b=%7B2%7D" rel="external noopener">' +
        'https://a.org/x_y_z?a=1&amp;b={2}</a> o <a href="mailto:%61%6E%61@%65%78%61%6D%70%6C%65%2E%6F%72%67">ana<i hidden>·</i>@<i hidden>·</i>example.org</a>.</p>',
    );
  });

  test('in angle brackets stay text inside code', async () => {
    expect(await renderBody('`<https://a.org>`')).toBe('<p><code>&lt;https://a.org&gt;</code></p>');
  });

  test('without text are dropped', async () => {
    expect(await renderBody('Hola [](https://a.org)[ ](https://b.org)')).toBe('<p>Hola </p>');
  });

  test('that hold only an image without text are named after where they lead', async () => {
    expect(await renderBody('[![](/assets/images/posts/x.jpg)](https://www.a.org/b)')).toBe(
      '<p><a href="https://www.a.org/b" rel="external noopener" aria-label="Abrir en a.org">' +
        '<img src="/assets/images/posts/x.jpg" alt label="Abrir en a.org"/></a></p>',
    );
  });

  test('never nest: an image of another site inside a link is its text', async () => {
    expect(await renderBody('[![Mapa](https://b.org/m.png)](https://a.org)')).toContain('>Mapa</a>');
    expect(await renderBody('[![](https://b.org/m.png)](https://a.org)')).toContain('>Abrir en a.org</a>');
  });

  test('to an uploaded image lead to what is published of it', async () => {
    expect(await renderBody('[foto](</assets/images/posts/mercado central.jpg>)')).toBe(
      '<p><a href="/_img/mercado">foto</a></p>',
    );
  });
});

describe('HTML comments', () => {
  test('are dropped, wherever they start and end', async () => {
    expect(await renderBody('<!--StartFragment-->\n\nUno <!-- a\n\nb --> dos\n\n<!--EndFragment-->')).toBe(
      '<p>Uno</p>\n<p>dos</p>',
    );
  });

  test('stay in code', async () => {
    expect(await renderBody('`<!-- a -->`\n\n```\n<!-- b -->\n```')).toBe(
      '<p><code>&lt;!-- a --&gt;</code></p>\n<pre tabindex="0"><code>&lt;!-- b --&gt;\n</code></pre>',
    );
  });
});

test('tables can be scrolled with the keyboard and keep their alignment without styles', async () => {
  expect(await renderBody('| a | b |\n|--:|:-:|\n| 1 | 2 |')).toBe(
    '<div class="table" role="group" tabindex="0" aria-label="Tabla"><table><thead><tr>' +
      '<th class="align-right">a</th><th class="align-center">b</th></tr></thead><tbody><tr>' +
      '<td class="align-right">1</td><td class="align-center">2</td></tr></tbody></table></div>',
  );
});

test('footnotes are labelled in Spanish', async () => {
  const html = await renderBody('Dato.[^1]\n\n[^1]: Fuente.');
  expect(html).toContain('<h2 class="notes-title" id="footnote-label">Notas</h2>');
  expect(html).toContain('aria-label="Volver a la referencia 1"');
  expect(html).not.toMatch(/Footnotes|Back to/u);
});

test('components get their attributes, their Markdown and the upload that they name', async () => {
  const body = [
    '<Figure image="/assets/images/posts/mercado central.jpg" alt="Un mercado &quot;vivo&quot;" />',
    '<Callout type="dato">',
    'Hola **tú**',
    '</Callout>',
  ].join('\n\n');
  expect(await renderBody(body)).toBe(
    '<figure image="/assets/images/posts/mercado central.jpg" alt="Un mercado &quot;vivo&quot;" asset="found"></figure>\n' +
      '<aside type="dato"><p>Hola <strong>tú</strong></p></aside>',
  );
});

test('images get the upload that they name, however its path is encoded', async () => {
  expect(await renderBody('![Mercado](</assets/images/posts/mercado central.jpg>)')).toContain(
    'asset="found"',
  );
  expect(await renderBody('![Mercado](/assets/images/posts/mercado%20central.jpg)')).toContain(
    'asset="found"',
  );
  expect(await renderBody('![Otro](/assets/images/posts/otro.jpg)')).not.toContain('asset=');
});

test('headings have ids that no part of the page has, and the page learns of those that part the text', async () => {
  const body =
    '# Qué pedimos[^1]\n\n<Callout type="dato">\n\n## Plazos\n\n</Callout>\n\n## Plazos\n\n## Contenido\n\n[^1]: Nota.';
  const html = await renderBody(body);
  const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
  expect(ids).toEqual(expect.arrayContaining(['que-pedimos', 'plazos', 'plazos-1', 'contenido-1', 'fn-1']));
  expect(new Set(ids).size).toBe(ids.length);
  expect(readFacts(body).headings).toEqual([
    { id: 'que-pedimos', text: 'Qué pedimos', depth: 2 },
    { id: 'plazos-1', text: 'Plazos', depth: 3 },
    { id: 'contenido-1', text: 'Contenido', depth: 3 },
  ]);
});

test('a page learns which sheets and frames a body needs', () => {
  expect(readFacts('Hola, **mundo**.')).toEqual({ headings: [], styles: [], frames: [] });
  const video = '<Video url="https://youtu.be/aqz-KE-bpKQ" title="a" />';
  const body = `| a |\n|--|\n| \`b\`[^1] |\n\n${video}\n\n${video}\n\n<Embed url="https://x.com/a/status/1" title="b" />\n\n[^1]: c`;
  expect(readFacts(body)).toEqual({
    headings: [],
    styles: ['card', 'code', 'embed', 'footnotes', 'table'],
    frames: ['https://www.youtube-nocookie.com'],
  });
});

test('e-mail addresses can be used, and not collected', async () => {
  const body = [
    'Escribe a ana@ejemplo.org o [a la redacción](mailto:red@ejemplo.org?subject=Hola "red@ejemplo.org").',
    '`cc@ejemplo.org`',
    '<Figure image="/assets/images/posts/a.jpg" alt="Un rótulo: tel@ejemplo.org" caption="cap@ejemplo.org" />',
    '[![](/b.jpg)](mailto:solo@ejemplo.org)',
  ].join('\n\n');
  const html = await renderBody(body);
  expect(html).toContain('>ana<i hidden>·</i>@<i hidden>·</i>ejemplo.org</a>');
  expect(html.match(/href="mailto:%[^"]*"/gu)).toHaveLength(3);
  expect(html).toContain('caption="cap (arroba) ejemplo.org"');
  const texts = [html, html.replace(/<[^>]*>/gu, '')];
  for (const text of texts) expect(text).not.toMatch(/[\w.%+-]+\s?@\s?[\w-]+\.\w+/u);
});
