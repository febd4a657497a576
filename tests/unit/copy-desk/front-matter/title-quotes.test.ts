import { titleQuotes } from '../../../../src/copy-desk/rules/front-matter/title-quotes.ts';
import { testRule } from '../cases.ts';

testRule(titleQuotes, [
  { name: 'none', given: { title: 'Un título' } },
  { name: 'around a part', given: { title: 'El «Día D» y el "día después"' } },
  { name: 'around two parts', given: { title: '«Uno» y «dos»' } },
  {
    name: 'straight ones around all',
    given: { title: '"Un título: y más"' },
    finds: ['warning'],
    says: 'Todo el título',
  },
  { name: 'curly ones around all', given: { title: '“Un título”' }, finds: ['warning'] },
  { name: 'angled ones around all', given: { title: '«Un título»' }, finds: ['warning'] },
  {
    name: 'one at the end',
    given: { title: 'El congreso 2024-2028"' },
    finds: ['warning'],
    says: 'sin su pareja',
  },
  { name: 'one at the start', given: { title: '«El congreso' }, finds: ['warning'] },
]);
