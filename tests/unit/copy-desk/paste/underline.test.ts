import { underline } from '../../../../src/copy-desk/rules/paste/underline.ts';
import { testRule } from '../cases.ts';

testRule(underline, [
  { name: 'a line between paragraphs', given: 'Uno.\n\n---\n\nDos.' },
  {
    name: 'under an image at the end',
    given: 'Uno.\n\n![Algo](/a.jpg)\n---',
    becomes: 'Uno.\n\n![Algo](/a.jpg)',
    finds: ['error'],
    says: '«![Algo](/a.jpg)»',
  },
  {
    name: 'under a sentence',
    given: 'Esto es una frase.\n---\nY sigue.',
    becomes: 'Esto es una frase.\n\nY sigue.',
    finds: ['error'],
  },
  { name: 'under the last line', given: 'Uno.\n\nFirma\n===', becomes: 'Uno.\n\nFirma', finds: ['error'] },
  {
    name: 'under a short text it may be a heading',
    given: 'Requisitos\n---\n\nSon dos.',
    finds: ['warning'],
  },
  { name: 'a line at the end of the body', given: 'Uno.\n\n***', becomes: 'Uno.\n\n', finds: ['warning'] },
  { name: 'in a list', given: '- Esto es una frase.\n  ---' },
]);
