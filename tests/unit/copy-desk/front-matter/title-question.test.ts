import { titleQuestion } from '../../../../src/copy-desk/rules/front-matter/title-question.ts';
import { testRule } from '../cases.ts';

testRule(titleQuestion, [
  { name: 'a question', given: { title: '¿Quién paga? ¡Nadie!' } },
  { name: 'a question after words', given: { title: 'La deuda, ¿quién la paga?' } },
  { name: 'English', given: { title: 'Who pays?' } },
  {
    name: 'one that begins with what closes',
    given: { title: '?Cómo se usa el estándar' },
    finds: ['error'],
    says: 'Empieza con «¿».',
  },
  { name: 'an exclamation that does', given: { title: '!Ya llegó!' }, finds: ['error'], says: '«¡»' },
  {
    name: 'one that nothing closes',
    given: { title: '¿Cómo se usa el estándar' },
    finds: ['warning'],
    says: '«?»',
  },
]);
