import { headingTop } from '../../../../src/copy-desk/rules/structure/heading-top.ts';
import { testRule } from '../cases.ts';

testRule(headingTop, [
  { name: 'headings from level 2', given: '## Uno\n\n### Dos' },
  {
    name: 'all go down alike',
    given: '# Uno\n\n## Dos\n\n# Tres',
    becomes: '## Uno\n\n### Dos\n\n## Tres',
    finds: ['error'],
    says: '«Uno»',
  },
  {
    name: 'the lowest level stays',
    given: '# Uno\n\n###### Dos',
    becomes: '## Uno\n\n###### Dos',
    finds: ['error'],
  },
  { name: 'an underlined one', given: 'Uno\n===\n\nDos', becomes: '## Uno\n\nDos', finds: ['error'] },
  { name: 'a hashtag', given: '#datos' },
  { name: 'in code', given: '```\n# comentario\n```' },
]);
