import { indentation } from '../../../../src/copy-desk/rules/paste/indentation.ts';
import { testRule } from '../cases.ts';

testRule(indentation, [
  { name: 'a clean text', given: 'Uno.\n\n- dos\n  - tres\n\n  cuatro' },
  {
    name: 'a whole body',
    given: '  Uno\n  dos.\n\n  ## Tres\n\n  ![](/a.jpg)',
    becomes: 'Uno\ndos.\n\n## Tres\n\n![](/a.jpg)',
    finds: ['warning'],
  },
  {
    name: 'one paragraph, with tabs',
    given: 'Uno.\n\n\t\tDos.\n\nTres.',
    becomes: 'Uno.\n\nDos.\n\nTres.',
    finds: ['warning'],
  },
  {
    name: 'a list as a whole',
    given: '    - uno\n      - dos\n    - tres',
    becomes: '- uno\n  - dos\n- tres',
    finds: ['warning'],
  },
  {
    name: 'a component that must be at the margin',
    given: 'Uno.\n\n  <Video url="https://example.org" title="Dos" />',
    becomes: 'Uno.\n\n<Video url="https://example.org" title="Dos" />',
    finds: ['warning'],
  },
  { name: 'fenced code keeps what it has', given: '```\n  dentro\n```' },
  {
    name: 'text that would fall into the list above',
    given: '1. uno\n\n  dos',
    becomes: '1. uno\n\ndos',
    finds: ['warning'],
  },
]);
