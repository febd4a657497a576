import { linkBare } from '../../../../src/copy-desk/rules/links/link-bare.ts';
import { testRule } from '../cases.ts';

testRule(linkBare, [
  { name: 'a link with words', given: '[El sitio](https://foo.org)' },
  {
    name: 'an address in the running text',
    given: 'Entra en https://foo.org/a.',
    finds: ['warning'],
    says: '«https://foo.org/a»',
  },
  { name: 'www', given: 'Entra en www.foo.org hoy.', finds: ['warning'], says: '«www.foo.org»' },
  { name: 'in angle brackets', given: 'Entra en <https://foo.org>.', finds: ['warning'] },
  { name: 'an e-mail address', given: 'Escribe a ana@foo.org o a <ana@foo.org>.' },
  { name: 'the text of a link', given: '[https://foo.org](https://foo.org)' },
  {
    name: 'code and components',
    given: '`https://foo.org`\n\n<Video url="https://foo.org/v" title="Un video" />',
  },
]);
