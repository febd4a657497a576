import { controlCharacter } from '../../../../src/copy-desk/rules/encoding/control-character.ts';
import { testRule } from '../cases.ts';

testRule(controlCharacter, [
  { name: 'line ends and tabs', given: 'Uno\n\n•\tDos' },
  {
    name: 'a word with some in it',
    given: 'pa\u0002la\u0007bra y',
    becomes: 'palabra y',
    finds: ['error'],
    says: '(U+0002) después de «pa»',
  },
  {
    name: 'in the front matter',
    given: { title: 'Un\u0000 título' },
    becomes: { title: 'Un título' },
    finds: ['error'],
  },
  {
    name: 'hyphens of Word',
    given: '2020\u001E2024 y pa\u001Flabra',
    becomes: '2020-2024 y palabra',
    finds: ['error', 'error'],
  },
  {
    name: 'characters of Windows-1252',
    given: '\u0093Uno\u0094 \u0096 dos\u0085',
    becomes: '“Uno” – dos…',
    finds: ['error', 'error', 'error'],
  },
  { name: 'in code', given: '`a\u0001b`', becomes: '`ab`', finds: ['error'] },
  { name: 'what is a part of a damaged letter', given: 'Ã\u0081rea y â€œsíâ€\u009D' },
]);
