import { linkAddress } from '../../../../src/copy-desk/rules/links/link-address.ts';
import { testRule } from '../cases.ts';

testRule(linkAddress, [
  {
    name: 'addresses in order',
    given:
      '[a](https://foo.org) [b](/articulos/) [c](#x) [d](mailto:a@foo.org) [e](../b) [f](http://foo.org)',
  },
  {
    name: 'no scheme',
    given: '[a](www.foo.org) [b](foo.gob.gt/bar?c=1 "T") [c](ana@foo.org)\n\n[d]: foo.org\n\n[d]',
    becomes:
      '[a](https://www.foo.org) [b](https://foo.gob.gt/bar?c=1 "T") [c](mailto:ana@foo.org)\n\n[d]: https://foo.org\n\n[d]',
    finds: ['error', 'error', 'error', 'error'],
    says: 'https://',
  },
  { name: 'file names are no hosts', given: '[a](informe.pdf) [b](datos/mapa.html) [c](version1.2)' },
  {
    name: 'a page that is really there',
    given: '[a](foo.org)',
    site: { hasPage: (path) => path === '/foo.org/' },
  },
  {
    name: 'a misspelt or doubled scheme',
    given:
      '[a](https//foo.org) [b](ttps://foo.org) [c](https://https://foo.org) [d](http;//foo.org) [e](https:/foo.org)',
    becomes:
      '[a](https://foo.org) [b](https://foo.org) [c](https://foo.org) [d](http://foo.org) [e](https://foo.org)',
    finds: ['error', 'error', 'error', 'error', 'error'],
  },
  {
    name: 'quotation marks and invisible characters around it',
    given:
      '[a]("https://foo.org") [b](“https://foo.org/b”) [c](https://foo.org/c\u200B) [d](https://foo.org/d%E2%80%8B)',
    becomes: '[a](https://foo.org) [b](https://foo.org/b) [c](https://foo.org/c) [d](https://foo.org/d)',
    finds: ['error', 'error', 'error', 'error'],
    says: 'signos de más',
  },
  {
    name: 'a bare address with a quotation mark behind it',
    given: 'Está en «https://foo.org/a».',
    becomes: 'Está en «<https://foo.org/a>».',
    finds: ['error'],
  },
  {
    name: 'spaces in the name of a file',
    given: 'El [informe](/docs/mi informe 2.pdf) y [otro](https://foo.org/el otro.pdf).',
    becomes: 'El [informe](/docs/mi%20informe%202.pdf) y [otro](https://foo.org/el%20otro.pdf).',
    finds: ['error', 'error'],
    says: '%20',
  },
  { name: 'spaces that may be words', given: 'La [nota](https://foo.org de ayer).', finds: ['error'] },
  {
    name: 'a title, code, an image and a destination in angle brackets',
    given: '[a](/b "mi título") `[a](/b c.pdf)` ![a](/b c.jpg) [a](</b c.pdf>)',
  },
]);
