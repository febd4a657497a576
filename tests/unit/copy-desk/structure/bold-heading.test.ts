import { boldHeading } from '../../../../src/copy-desk/rules/structure/bold-heading.ts';
import { testRule } from '../cases.ts';

testRule(boldHeading, [
  { name: 'a plain heading', given: '## Uno\n\n**Negrita** en el texto.' },
  {
    name: 'all bold',
    given: '## **Uno**\n\nTexto.',
    becomes: '## Uno\n\nTexto.',
    finds: ['warning'],
    says: '«Uno»',
  },
  { name: 'in part, twice', given: '## **Uno** y **dos**', becomes: '## Uno y dos', finds: ['warning'] },
  { name: 'italics stay', given: '## ***Uno*** y *dos*', becomes: '## *Uno* y *dos*', finds: ['warning'] },
  {
    name: 'in a link',
    given: '## [**Uno**](https://example.org)',
    becomes: '## [Uno](https://example.org)',
    finds: ['warning'],
  },
  {
    name: 'underlined, with lines for marks',
    given: '__Uno__\n---\n\nDos',
    becomes: 'Uno\n---\n\nDos',
    finds: ['warning'],
  },
]);
