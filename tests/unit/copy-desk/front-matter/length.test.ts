import { descriptionLength, titleLength } from '../../../../src/copy-desk/rules/front-matter/length.ts';
import { testRule } from '../cases.ts';

testRule(titleLength, [
  { name: 'short', given: { title: 'Un título' } },
  { name: 'as long as may be', given: { title: 'á'.repeat(100) } },
  {
    name: 'too long',
    given: { title: 'á'.repeat(101) },
    finds: ['warning'],
    says: '101 caracteres, más de 100',
  },
  { name: 'longer than the schema takes, which says so', given: { title: 'a'.repeat(126) } },
  { name: 'characters, not code units', given: { title: '𝐀'.repeat(100) } },
  { name: 'no text', given: { title: 5 } },
]);

testRule(descriptionLength, [
  { name: 'short', given: { description: 'Una.' } },
  { name: 'as long as may be', given: { description: 'a'.repeat(160) } },
  {
    name: 'too long',
    given: { description: 'a'.repeat(161) },
    finds: ['warning'],
    says: '161 caracteres, más de 160',
  },
  { name: 'longer than the schema takes', given: { description: 'a'.repeat(501) } },
  { name: 'none', given: { description: '' } },
  { name: 'the title is another matter', given: { title: 'a'.repeat(120) } },
]);
