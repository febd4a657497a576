import { descriptionRepeatsTitle } from '../../../../src/copy-desk/rules/front-matter/description-repeats-title.ts';
import { descriptionStart } from '../../../../src/copy-desk/rules/front-matter/description-start.ts';
import { testRule } from '../cases.ts';

testRule(descriptionRepeatsTitle, [
  { name: 'another text', given: { title: 'Uno', description: 'Uno y dos.' } },
  { name: 'the same', given: { title: 'Un título', description: 'Un título' }, finds: ['warning'] },
  {
    name: 'the same but for marks and case',
    given: { title: '**Un Título**', description: 'Un título.' },
    finds: ['warning'],
  },
  {
    name: 'the same with accents of its own',
    given: { title: 'Así', description: 'Asi\u0301' },
    finds: ['warning'],
  },
  { name: 'no description', given: { title: 'Uno', description: '' } },
  { name: 'a part', given: { title: 'Un título largo', description: 'Un título' } },
]);

testRule(descriptionStart, [
  { name: 'a capital', given: { description: 'Los datos.' } },
  { name: 'a number', given: { description: '20 años después.' } },
  { name: 'a question', given: { description: '¿Quién paga?' } },
  {
    name: 'a small letter',
    given: { description: 'os datos abiertos.' },
    finds: ['warning'],
    says: 'le falta la primera letra',
  },
  {
    name: 'a small letter in quotation marks',
    given: { description: '«os datos» abiertos.' },
    finds: ['warning'],
  },
  { name: 'a name that begins so', given: { description: 'iPhone y example.org.' } },
  { name: 'a site', given: { description: 'example.org cumple un año.' } },
]);
