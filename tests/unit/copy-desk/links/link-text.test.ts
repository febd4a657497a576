import { linkText } from '../../../../src/copy-desk/rules/links/link-text.ts';
import { testRule } from '../cases.ts';

testRule(linkText, [
  {
    name: 'words that name the target',
    given: 'Lee la [ley de acceso](https://foo.org/ley) y el [sitio de datos](https://foo.org).',
  },
  {
    name: 'words that fit any link',
    given:
      '[aquí](https://a.org) [Haz clic aquí.](https://a.org) [ACÁ](https://a.org) [este enlace](https://a.org) [leer más](https://a.org) [Más información acá.](https://a.org) [link](https://a.org)',
    finds: ['warning', 'warning', 'warning', 'warning', 'warning', 'warning', 'warning'],
    says: '«Haz clic aquí.»',
  },
  {
    name: 'such words inside others',
    given:
      '[Más transparencia](https://a.org) [Aquí está la ley](https://a.org) [Leer la ley](https://a.org)',
  },
  {
    name: 'in bold, and by reference',
    given: '[**aquí**](https://a.org) [aquí][1]\n\n[1]: https://a.org',
    finds: ['warning', 'warning'],
  },
  {
    name: 'an address as text',
    given: '[https://foo.org/a/b](https://foo.org/a/b)',
    finds: ['warning'],
    says: 'palabras',
  },
  {
    name: 'the name of a site as text',
    given: '[foo.org](https://www.foo.org/) [www.foo.org](https://foo.org)',
  },
  {
    name: 'the text names another site',
    given: '[www.banco.com](https://banco.example.org) y [foo.org](https://otra.org/foo.org)',
    finds: ['error', 'error'],
    says: 'lleva a «banco.example.org»',
  },
  { name: 'an image', given: '[![aquí](/a.jpg)](https://foo.org)' },
]);
