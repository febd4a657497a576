import { headingColon } from '../../../../src/copy-desk/rules/structure/heading-colon.ts';
import { testRule } from '../cases.ts';

testRule(headingColon, [
  { name: 'a plain heading', given: '## Uno' },
  { name: 'at its end', given: '## Requisitos:', finds: ['warning'], says: '«Requisitos:»' },
  { name: 'in the middle', given: '## Uno: lo primero' },
  { name: 'in bold', given: '## **Uno:**', finds: ['warning'] },
  { name: 'two', given: '## Uno:\n\n### Dos: ', finds: ['warning', 'warning'] },
  { name: 'a paragraph', given: 'Requisitos:' },
]);
