import { literalTag } from '../../../../src/copy-desk/rules/paste/literal-tag.ts';
import { testRule } from '../cases.ts';

testRule(literalTag, [
  { name: 'a clean text', given: 'Si a < b, entonces b > a.' },
  { name: 'a word to be filled in', given: 'Estimada <nombre>:', finds: ['warning'], says: '«<nombre>»' },
  { name: 'its end tag is not told again', given: 'Pon <dato>algo</dato> aquí.', finds: ['warning'] },
  { name: 'HTML is another rule’s', given: 'Pon <b>algo</b> aquí.' },
  {
    name: 'a component in a paragraph',
    given: 'Mira <Video url="https://example.org" /> hoy.',
    finds: ['error'],
    says: 'no está solo en su línea',
  },
  {
    name: 'a component in its place',
    given: 'Mira:\n\n<Video url="https://example.org" title="Uno" />\n\nFin.',
  },
  { name: 'an address', given: 'Mira <https://example.org/nombre>.' },
  { name: 'in code', given: 'Escribe `<nombre>` en la carta.' },
]);
