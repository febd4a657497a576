import { fieldMarkup } from '../../../../src/copy-desk/rules/front-matter/field-markup.ts';
import { testRule } from '../cases.ts';

testRule(fieldMarkup, [
  {
    name: 'plain text',
    given: { title: '5 * 3 * 2 y snake_case_así: #GobiernoAbierto', description: 'Uno, dos <3.' },
  },
  {
    name: 'a bold title',
    given: { title: '**Un título en negrita**' },
    becomes: { title: 'Un título en negrita' },
    finds: ['error'],
    says: 'El título tiene marcas de formato: «**Un título en negrita**».',
  },
  {
    name: 'bold words in a description',
    given: { description: 'Hay **dos cosas** y **una más** aquí.' },
    becomes: { description: 'Hay dos cosas y una más aquí.' },
    finds: ['error', 'error'],
    says: 'La descripción',
  },
  {
    name: 'every kind of emphasis',
    given: { title: '***Uno*** *dos* __tres__ _cuatro_', autor: '_**Ana**_' },
    becomes: { title: 'Uno dos tres cuatro', autor: 'Ana' },
    finds: ['error', 'error', 'error', 'error', 'error', 'error'],
  },
  {
    name: 'one in another',
    given: { title: '**Uno *dos* tres**' },
    becomes: { title: 'Uno dos tres' },
    finds: ['error'],
  },
  {
    name: 'the mark of a heading',
    given: { title: '## Un título' },
    becomes: { title: 'Un título' },
    finds: ['error'],
  },
  {
    name: 'marks without a partner, code, links and HTML are left to a person',
    given: {
      title: 'Un **título',
      description: 'Ve [aquí](https://example.org).',
      imageAlt: 'Una <b>foto</b>',
      autor: '`Ana`',
    },
    finds: ['warning', 'warning', 'warning', 'warning'],
  },
  { name: 'the body', given: '**Negrita** es negrita.' },
]);
