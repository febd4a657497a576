import { emptyHeading } from '../../../../src/copy-desk/rules/structure/empty-heading.ts';
import { testRule } from '../cases.ts';

testRule(emptyHeading, [
  { name: 'headings', given: '## Uno\n\nTexto.' },
  { name: 'nothing but marks', given: 'Uno.\n\n##\n\nDos.', becomes: 'Uno.\n\n\n\nDos.', finds: ['error'] },
  {
    name: 'nothing but a space that is none',
    given: '## \u00A0\n\nDos.',
    becomes: '\n\nDos.',
    finds: ['error'],
  },
  { name: 'empty bold', given: '### ** **\n\nDos.' },
  { name: 'an image', given: '## ![Algo](/a.jpg)' },
  { name: 'a hashtag is no heading', given: '#' + 'datos' },
]);
