import { linkContact } from '../../../../src/copy-desk/rules/links/link-contact.ts';
import { testRule } from '../cases.ts';

testRule(linkContact, [
  {
    name: 'addresses and numbers in order',
    given:
      '[Ana](mailto:ana@foo.org?subject=Hola%20Ana) [a@b.org](mailto:a@b.org,c@d.org) [b](tel:+50222223333) [c](tel:1520)',
  },
  {
    name: 'no address',
    given: '[a](mailto:ana) [b](mailto://ana@foo.org) [c](mailto:)',
    finds: ['warning', 'warning', 'warning'],
    says: '«ana»',
  },
  {
    name: 'no number',
    given: '[a](tel:Ana) [b](tel:+502%202222) [c](tel:)',
    finds: ['warning', 'warning', 'warning'],
  },
  {
    name: 'another address than the text says',
    given: '[ana@foo.org](mailto:otra@foo.org)',
    finds: ['error'],
    says: 'otra@foo.org',
  },
  { name: 'the same in other letters', given: '[Ana@Foo.org](mailto:ana@foo.org)' },
  { name: 'in the running text', given: 'Escribe a ana@foo.org.' },
]);
