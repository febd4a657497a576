import { lostCharacter } from '../../../../src/copy-desk/rules/encoding/lost-character.ts';
import { testRule } from '../cases.ts';

testRule(lostCharacter, [
  { name: 'a clean text', given: '¿Qué?' },
  {
    name: 'in a word',
    given: 'educaci\uFFFDn y ni\uFFFDo',
    finds: ['error', 'error'],
    says: '«educaci\uFFFDn»',
  },
  { name: 'several in one word', given: '\uFFFD\uFFFDrea', finds: ['error'] },
  { name: 'in the front matter', given: { title: 'Educaci\uFFFDn' }, finds: ['error'] },
  { name: 'alone', given: 'Un \uFFFD aquí', finds: ['error'] },
  { name: 'in code, too', given: '`\uFFFD`', finds: ['error'] },
]);
