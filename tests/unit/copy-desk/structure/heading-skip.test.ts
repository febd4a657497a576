import { headingSkip } from '../../../../src/copy-desk/rules/structure/heading-skip.ts';
import { testRule } from '../cases.ts';

testRule(headingSkip, [
  { name: 'levels in order', given: '## Uno\n\n### Dos\n\n#### Tres\n\n## Cuatro' },
  {
    name: 'the first one too low',
    given: '### Uno\n\nA.\n\n### Dos',
    becomes: '## Uno\n\nA.\n\n## Dos',
    finds: ['warning'],
    says: 'de nivel 3 y debería ser de nivel 2',
  },
  {
    name: 'one level skipped',
    given: '## Uno\n\n#### Dos\n\n#### Tres',
    becomes: '## Uno\n\n### Dos\n\n### Tres',
    finds: ['warning'],
  },
  {
    name: 'what stands under what stays',
    given: '### A\n\n#### B\n\n### C',
    becomes: '## A\n\n### B\n\n## C',
    finds: ['warning'],
  },
  {
    name: 'siblings of different level',
    given: '## A\n\n#### B\n\n### C',
    becomes: '## A\n\n### B\n\n### C',
    finds: ['warning'],
  },
  { name: 'waits for headings of level 1', given: '# A\n\n### B' },
  { name: 'in a quotation', given: '> #### Uno' },
]);
