import { leftover } from '../../../../src/copy-desk/rules/paste/leftover.ts';
import { testRule } from '../cases.ts';

testRule(leftover, [
  { name: 'a clean text', given: 'Cargando la lista…\n\n- uno' },
  {
    name: 'what a form showed while it loaded',
    given: 'Uno.\n\nCargando…\n\nDos.',
    becomes: 'Uno.\n\n\nDos.',
    finds: ['error'],
    says: '«Cargando…»',
  },
  {
    name: 'a no-break space alone',
    given: 'Uno.\n\n\u00A0\n\nDos.',
    becomes: 'Uno.\n\n\nDos.',
    finds: ['warning'],
  },
  { name: 'a dash alone', given: 'Uno.\n\n—\n\n-\n', becomes: 'Uno.\n\n\n', finds: ['warning', 'warning'] },
  { name: 'an empty item', given: '- uno\n-\n- dos', becomes: '- uno\n- dos', finds: ['warning'] },
  { name: 'an image alone', given: '![](/a.jpg)' },
  { name: 'a line between paragraphs', given: 'Uno.\n\n---\n\nDos.' },
]);
