import { spacing } from '../../../../src/copy-desk/rules/paste/spacing.ts';
import { testRule } from '../cases.ts';

testRule(spacing, [
  { name: 'a clean text', given: 'Uno.\n\nDos\\\nTres.\n' },
  { name: 'no line end at the end', given: 'Uno.' },
  {
    name: 'blank lines between, also with spaces in them',
    given: 'Uno.\n\n\n\nDos.\n \t\n\nTres.',
    becomes: 'Uno.\n\nDos.\n\nTres.',
    finds: ['info'],
  },
  { name: 'blank lines at both ends', given: '\n \nUno.\n\n\n', becomes: 'Uno.\n', finds: ['info'] },
  {
    name: 'a space at the end of a line',
    given: 'Uno \ndos. \n\nTres. ',
    becomes: 'Uno\ndos.\n\nTres.',
    finds: ['info'],
  },
  { name: 'two spaces that break the line', given: 'Uno  \ndos', becomes: 'Uno\\\ndos', finds: ['info'] },
  { name: 'two spaces that break nothing', given: 'Uno  \n\ndos', becomes: 'Uno\n\ndos', finds: ['info'] },
  { name: 'code', given: '```\na  \n\n\n\nb\n```' },
]);
