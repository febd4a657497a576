import { titleFullStop } from '../../../../src/copy-desk/rules/front-matter/title-full-stop.ts';
import { testRule } from '../cases.ts';

testRule(titleFullStop, [
  { name: 'none', given: { title: 'Un título' } },
  { name: 'one', given: { title: 'Un título.' }, becomes: { title: 'Un título' }, finds: ['warning'] },
  {
    name: 'after an emoji',
    given: { title: 'Un convenio 🌟.' },
    becomes: { title: 'Un convenio 🌟' },
    finds: ['warning'],
  },
  {
    name: 'between two sentences',
    given: { title: 'Ganó. Perdió.' },
    becomes: { title: 'Ganó. Perdió' },
    finds: ['warning'],
  },
  { name: 'an abbreviation', given: { title: 'La deuda de la empresa, S. A.' } },
  { name: 'one without spaces', given: { title: 'Así gasta la empresa S.A.' } },
  { name: 'a doubled one', given: { title: 'El viaje a EE. UU.' } },
  { name: 'etc.', given: { title: 'Calles, puentes, etc.' } },
  { name: 'a letter', given: { title: 'Ahora viene el plan B.' } },
  { name: 'an ellipsis', given: { title: 'Y entonces...' } },
  { name: 'in a quotation', given: { title: 'Dijo: «Me voy.»' } },
]);
