import { unicodeForm } from '../../../../src/copy-desk/rules/encoding/unicode-form.ts';
import { testRule } from '../cases.ts';

testRule(unicodeForm, [
  { name: 'a clean text', given: 'Un café, un niño, Ångström y Ω.' },
  {
    name: 'accents of their own, all at once',
    given: 'Un cafe\u0301 y un nin\u0303o.',
    becomes: 'Un café y un niño.',
    finds: ['warning'],
    says: '«e\u0301»',
  },
  {
    name: 'in the front matter',
    given: { title: 'Mas alla\u0301', tags: ['accio\u0301n'] },
    becomes: { title: 'Mas allá', tags: ['acción'] },
    finds: ['warning', 'warning'],
  },
  {
    name: 'in code and addresses, too: a file has no other form',
    given: '`e\u0301`',
    becomes: '`é`',
    finds: ['warning'],
  },
  {
    name: 'signs that have another form',
    given: '3 \u212B y 5 \u2126',
    becomes: '3 Å y 5 Ω',
    finds: ['warning'],
  },
  { name: 'Korean letters', given: '\u1112\u1161\u11AB', becomes: '한', finds: ['warning'] },
  { name: 'a mark that joins with no letter', given: 'x\u0301 y q\u0303' },
]);
