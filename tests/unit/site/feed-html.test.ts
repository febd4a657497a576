import { describe, expect, test } from 'vitest';
import { toFeedHtml } from '../../../src/site/feed-html.ts';

const base = 'https://gaceta.example.org/articulos/a/';

describe('a text in a feed', () => {
  test.each([
    [
      'has whole addresses',
      '<p><a href="/temas/">t</a> <a href="#nota-1">1</a> <a href="https://a.org/">a</a></p>',
      '<p><a href="https://gaceta.example.org/temas/">t</a> <a href="https://gaceta.example.org/articulos/a/#nota-1">1</a> <a href="https://a.org/">a</a></p>',
    ],
    [
      'has one file of a picture that every reader shows',
      '<picture><source type="image/avif" srcset="/_img/x-360.avif 360w"><img class="c" src="/_img/x-720.jpg" alt="Un &quot;mercado&quot;" width="9" height="6" loading="lazy" data-c="abc"></picture>',
      '<img src="https://gaceta.example.org/_img/x-720.jpg" alt="Un &#x22;mercado&#x22;" width="9" height="6">',
    ],
    [
      'has no animation beside its still',
      '<details class="play"><summary>Ver</summary><img src="/_img/x.webp" alt=""></details><p>a</p>',
      '<p>a</p>',
    ],
    [
      'has a link in place of a frame',
      '<figure class="embed"><iframe srcdoc="<p>x" title="V"></iframe><figcaption><a href="https://v.org/1" rel="external">Asamblea</a></figcaption></figure>',
      '<p><a href="https://v.org/1">Asamblea</a></p>',
    ],
    [
      'has the parts of a card on one line',
      '<a class="link-card" href="/_files/x/a.pdf" download><b>Informe</b><span>Descargar</span> <small>PDF, 1 MB</small></a>',
      '<p><a href="https://gaceta.example.org/_files/x/a.pdf">Informe · Descargar · PDF, 1 MB</a></p>',
    ],
    [
      'has boxes that stand out without styles',
      '<div class="callout aviso" role="note" aria-label="Aviso"><p class="callout-label" aria-hidden="true">Aviso</p><p>Cuidado.</p></div>',
      '<blockquote><p><strong>Aviso</strong></p><p>Cuidado.</p></blockquote>',
    ],
    [
      'has tables without their wrapper, captions and heads with what they are of',
      '<div class="scroll" tabindex="0" role="region"><table><tr><th scope="col" style="text-align:right">a</th></tr></table></div>',
      '<table><tbody><tr><th scope="col">a</th></tr></tbody></table>',
    ],
    ['keeps the language of a passage', '<div lang="en"><p>Hi</p></div>', '<div lang="en"><p>Hi</p></div>'],
    [
      'has nothing active',
      '<p onclick="x()">a<script>x()</script><svg></svg><button>b</button></p>',
      '<p>a</p>',
    ],
    [
      'has ticked boxes',
      '<ul><li><input type="checkbox" checked disabled> a</li></ul>',
      '<ul><li>☑  a</li></ul>',
    ],
  ])('%s', (_name, html, expected) => {
    expect(toFeedHtml(html, base)).toBe(expected);
  });

  test('has e-mail addresses in words, those of the page and any other', () => {
    const html = '<p>ana<i hidden>·</i>@<i hidden>·</i>example.org y luz@example.org</p>';
    expect(toFeedHtml(html, base)).toBe('<p>ana (arroba) example.org y luz (arroba) example.org</p>');
  });
});
