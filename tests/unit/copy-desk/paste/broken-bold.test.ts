import { brokenBold } from '../../../../src/copy-desk/rules/paste/broken-bold.ts';
import { testRule } from '../cases.ts';

testRule(brokenBold, [
  { name: 'true bold', given: 'Es **muy** importante, y **esto\ntambién**.' },
  {
    name: 'spaces inside',
    given: 'Es ** muy ** importante.',
    becomes: 'Es  **muy**  importante.',
    finds: ['error'],
    says: '«** muy ** importante.»',
  },
  {
    name: 'a space before the end',
    given: 'El **texto **sigue.',
    becomes: 'El **texto** sigue.',
    finds: ['error'],
  },
  {
    name: 'a space after the start',
    given: 'El** texto** sigue.',
    becomes: 'El **texto** sigue.',
    finds: ['error'],
  },
  {
    name: 'no space after a colon',
    given: '**Nota:**hay más.',
    becomes: '**Nota:** hay más.',
    finds: ['error'],
  },
  { name: 'empty', given: 'Uno **** dos ** ** tres.', becomes: 'Uno  dos   tres.', finds: ['error'] },
  {
    name: 'a break at its end',
    given: '**Título\\\n**Sigue.',
    becomes: '**Título**\\\nSigue.',
    finds: ['error'],
  },
  {
    name: 'a break at its start',
    given: '**\\\nTodo junto.**',
    becomes: '**Todo junto.**',
    finds: ['warning'],
  },
  {
    name: 'two asterisks left at the end',
    given: 'Texto final **',
    becomes: 'Texto final ',
    finds: ['error'],
  },
  { name: 'one that nobody closed', given: 'Hay **una que sigue', finds: ['error'] },
  {
    name: 'two paragraphs',
    given: '** uno **\n\n** dos **',
    becomes: ' **uno** \n\n **dos** ',
    finds: ['error', 'error'],
  },
  { name: 'in code and escaped', given: '`2 ** 3` y \\*\\* nada \\*\\*' },
]);
