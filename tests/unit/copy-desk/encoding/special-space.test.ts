import { specialSpace } from '../../../../src/copy-desk/rules/encoding/special-space.ts';
import { testRule } from '../cases.ts';

testRule(specialSpace, [
  { name: 'common spaces', given: 'Uno  dos \n\n  tres' },
  {
    name: 'a no-break space between words',
    given: 'Puedes leerlo\u00A0[aquí](https://example.org).\u00A0Ya',
    becomes: 'Puedes leerlo [aquí](https://example.org). Ya',
    finds: ['warning', 'warning'],
    says: '(U+00A0) después de «leerlo»',
  },
  {
    name: 'at the ends of lines and of values, and on a line of its own',
    given: { title: '\u00A0Un título\u00A0', body: 'Uno.  \u00A0\n\n\u00A0\n\n\u00A0\u00A0Dos.\u00A0' },
    becomes: { title: 'Un título', body: 'Uno.\n\n\n\nDos.' },
    finds: ['warning', 'warning', 'warning', 'warning', 'warning', 'warning'],
  },
  {
    name: 'no double space is left',
    given: 'uno \u00A0 dos\u2003\u00A0tres',
    becomes: 'uno dos tres',
    finds: ['warning', 'warning'],
  },
  {
    name: 'where Spanish wants it',
    given:
      '«\u00A0Sí\u00A0» 25\u00A0%, 30\u00A0km, 1\u00A0250\u00A0000 personas, Q\u00A050, 10\u00A0°C, el Sr.\u00A0Pérez, art.\u00A05, n.º\u00A03, 8:00 a.\u00A0m., EE.\u00A0UU., 3\u00A0millones',
  },
  {
    name: 'a thin one where Spanish wants it',
    given: '25\u202F% y 8 p.\u202Fm.',
    becomes: '25\u00A0% y 8 p.\u00A0m.',
    finds: ['warning', 'warning'],
  },
  { name: 'a word that is no unit', given: '25\u00A0personas', becomes: '25 personas', finds: ['warning'] },
  {
    name: 'separators of lines and paragraphs',
    given: 'uno\u2028dos\u2029tres',
    becomes: 'uno dos\n\ntres',
    finds: ['warning', 'warning'],
  },
  {
    name: 'a separator in the front matter',
    given: { title: 'uno\u2029dos' },
    becomes: { title: 'uno dos' },
    finds: ['warning'],
  },
  {
    name: 'a line break of Word',
    given: 'Uno\vdos \vtres\v',
    becomes: 'Uno dos tres',
    finds: ['warning', 'warning', 'warning'],
  },
  { name: 'a part of a damaged letter', given: 'voilÃ\u00A0, Â\u00A0 y paÃ\u00A0' },
  {
    name: 'code, an address and a path',
    given: { image: '/assets/images/posts/8\u202Fp.\u00A0m..png', body: '`a\u00A0b` [x](</a\u00A0b>)' },
  },
  { name: 'what looks like a number of a list', given: '1.\u00A0Uno' },
  { name: 'a mark of a list', given: '-\u00A0Uno', becomes: '- Uno', finds: ['warning'] },
]);
