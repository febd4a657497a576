import { fieldSpaces } from '../../../../src/copy-desk/rules/front-matter/field-spaces.ts';
import { testRule } from '../cases.ts';

testRule(fieldSpaces, [
  { name: 'no space too many', given: { description: 'Uno.\nDos.' } },
  {
    name: 'outer and doubled spaces',
    given: { title: ' Un  título   largo ' },
    becomes: { title: 'Un título largo' },
    finds: ['warning', 'warning', 'warning', 'warning'],
  },
  {
    name: 'every text field',
    given: {
      description: 'Uno.\n',
      correo: ' a@example.org',
      tags: ['uno ', 'dos'],
      corrections: [{ date: '', text: ' Una' }],
    },
    becomes: {
      description: 'Uno.',
      correo: 'a@example.org',
      tags: ['uno', 'dos'],
      corrections: [{ date: '', text: 'Una' }],
    },
    finds: ['warning', 'warning', 'warning', 'warning'],
  },
  { name: 'nothing but spaces', given: { imageAlt: '   ' }, becomes: { imageAlt: '' }, finds: ['warning'] },
  { name: 'a path', given: { image: '/assets/images/posts/a  b.jpg ' } },
  { name: 'a part of a damaged letter', given: { title: 'voilÃ  y Â  Ã ' } },
  { name: 'the body', given: '  Uno  dos  ' },
]);
