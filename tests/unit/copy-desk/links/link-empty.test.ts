import { linkEmpty } from '../../../../src/copy-desk/rules/links/link-empty.ts';
import { testRule } from '../cases.ts';

testRule(linkEmpty, [
  {
    name: 'a link with text, and one around an image',
    given: '[a](https://foo.org) [![](/assets/b.jpg)](https://foo.org)',
  },
  {
    name: 'no text: nobody sees the address',
    given: 'Entra: [](https://foo.org/a).',
    finds: ['error'],
    says: 'foo.org/a',
  },
  {
    name: 'no text, but the address stands beside it',
    given: 'Entra en [el sitio](https://foo.org/a)[](https://foo.org/a/?utm_source=x) ya.',
    becomes: 'Entra en [el sitio](https://foo.org/a) ya.',
    finds: ['error'],
  },
  {
    name: 'no text but an invisible character, and the address in the running text',
    given: 'Entra en https://foo.org/a hoy [\u200B](https://foo.org/a)',
    becomes: 'Entra en https://foo.org/a hoy ',
    finds: ['error'],
  },
  {
    name: 'at the start of a paragraph',
    given: '<https://foo.org/a>\n\n[](https://foo.org/a)**Reglas** del lugar',
    becomes: '<https://foo.org/a>\n\n**Reglas** del lugar',
    finds: ['error'],
  },
  {
    name: 'two without text keep the address',
    given: '[](https://foo.org/a) [](https://foo.org/a)',
    finds: ['error', 'error'],
  },
  {
    name: 'what follows would be read otherwise',
    given: '[](https://foo.org/a) # Título de [foo](https://foo.org/a)',
    finds: ['error'],
  },
  { name: 'no address', given: 'La [ley]() y el [plan](#).', finds: ['error', 'error'], says: '«ley»' },
  {
    name: 'no address, but the text is one',
    given: '[https://foo.org/a]() [foo.gob.gt]() [ana@foo.org]()',
    becomes:
      '[https://foo.org/a](https://foo.org/a) [foo.gob.gt](https://foo.gob.gt) [ana@foo.org](mailto:ana@foo.org)',
    finds: ['error', 'error', 'error'],
  },
  { name: 'code', given: 'Escribe `[](https://foo.org)` así.' },
]);
