import { linkNowhere } from '../../../../src/copy-desk/rules/links/link-nowhere.ts';
import { testRule } from '../cases.ts';

const known = {
  hasPage: (path: string) => ['/', '/articulos/', '/blog/viejo/', '/artículo/'].includes(path),
  findUpload: (path: string) => (path === '/assets/images/posts/año.pdf' ? { bytes: 1 } : undefined),
};

testRule(linkNowhere, [
  {
    name: 'pages and files that are there, and other sites',
    given:
      '[a](/) [b](/articulos) [c](/blog/viejo/?a=1#b) [d](/art%C3%ADculo/) [e](https://gaceta.example.org/articulos/) [f](/assets/images/posts/a%C3%B1o.pdf) [g](https://foo.org/nada) [h](mailto:a@foo.org) [i](../../blog/viejo/)',
    site: known,
  },
  {
    name: 'pages that are not there',
    given: '[a](/nada) [b](nada/) [c](https://www.gaceta.example.org/nada) y https://gaceta.example.org/otra',
    finds: ['error', 'error', 'error', 'error'],
    says: '«/nada»',
    site: known,
  },
  {
    name: 'a file that is not there',
    given: '[a](/assets/images/posts/b.pdf)',
    finds: ['error'],
    says: 'biblioteca',
    site: known,
  },
  { name: 'nothing is known of the site', given: '[a](/nada) [b](/assets/images/posts/b.pdf)' },
  {
    name: 'headings and notes are places, and the top of the page',
    given:
      'Un dato[^a] y otra vez[^a] [b](#fn-a) [c](#fnref-a-2) [d](#top) [e](#titulo-1) [f](#título)\n\n## Título\n\n<Callout type="dato">\n\n### **Título**[^a]\n\n</Callout>\n\n[^a]: Nota.',
    finds: ['error'],
    says: '«#título»',
    site: known,
  },
  {
    name: 'the own page by its address',
    given: '[a](/articulos/2026-03-04-asi-se-lee-un-presupuesto/#nada)',
    finds: ['error'],
    site: known,
  },
  {
    name: 'what only one computer has',
    given: '[a](file:///C:/a.docx) [b](C:\\a.docx) [c](http://localhost:4321/) [d](http://192.168.1.5/x)',
    finds: ['error', 'error', 'error', 'error'],
    says: 'computadora',
  },
  {
    name: 'an address that lacks its scheme or is none',
    given: '[a](www.foo.org) [b]() [c](#)',
    site: known,
  },
]);
