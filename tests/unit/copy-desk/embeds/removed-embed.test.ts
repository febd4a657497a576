import { removedEmbed } from '../../../../src/copy-desk/rules/embeds/removed-embed.ts';
import { testRule } from '../cases.ts';

testRule(removedEmbed, [
  { name: 'a clean text', given: 'Un párrafo.' },
  { name: 'code', given: 'Escribe `<script src="a.js"></script>`.' },
  { name: 'a frame with an address', given: '<iframe src="https://example.org/a"></iframe>' },
  {
    name: 'a script with an address',
    given: 'Uno.\n\n<script async src="https://anuncios.example.org/a.js"></script>\n\nDos.',
    becomes: 'Uno.\n\nDos.',
    finds: ['error'],
    says: '«https://anuncios.example.org/a.js»',
  },
  {
    name: 'a script with a text',
    given: 'Uno.\n\n<script>\n(window.cola = []).push({});\n\nx();\n</script>',
    becomes: 'Uno.',
    finds: ['error'],
    says: '«(window.cola = []).push({}); x();»',
  },
  {
    name: 'a script inside a sentence',
    given: 'Uno <script src="https://example.org/a.js"></script> dos.',
    becomes: 'Uno dos.',
    finds: ['error'],
  },
  {
    name: 'an advertisement of Google',
    given:
      '<ins class="adsbygoogle" style="display:block" data-ad-client="ca-pub-1"></ins>\n<script>\n(adsbygoogle = window.adsbygoogle || []).push({});\n</script>\n\nDos.',
    becomes: 'Dos.',
    finds: ['error', 'error'],
    says: 'anuncio de Google de «ca-pub-1»',
  },
  {
    name: 'a script with what it shows without scripts',
    given: '<script>x()</script><noscript><img src="https://example.org/p.gif"></noscript>\n\nDos.',
    becomes: 'Dos.',
    finds: ['error'],
  },
  {
    name: 'frames whose address runs code',
    given:
      '<iframe src="javascript:alert(1)"></iframe>\n\n<iframe src="data:text/html,x"></iframe>\n\n<embed src="java&#x0a;script:x">\n\nDos.',
    becomes: 'Dos.',
    finds: ['error', 'error', 'error'],
    says: '«javascript:alert(1)»',
  },
  {
    name: 'a frame with a text in place of an address',
    given: '<iframe srcdoc="<script>x()</script>"></iframe>\n\nDos.',
    becomes: 'Dos.',
    finds: ['error'],
    says: 'no muestra nada',
  },
  {
    name: 'the box of a script of Facebook',
    given: '<div id="fb-root"></div>\n\nDos.',
    becomes: 'Dos.',
    finds: ['error'],
  },
  {
    name: 'an end tag that ends nothing',
    given: 'Uno.</iframe>\n\nDos.',
    becomes: 'Uno.\n\nDos.',
    finds: ['error'],
  },
  {
    name: 'a script that never ends is for a person to decide',
    given: 'Uno.\n\n<script src="https://example.org/a.js">\n\nDos.',
    finds: ['error'],
    says: 'no se puede leer entero',
  },
]);
