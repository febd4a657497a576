import { contact } from '../../../../src/copy-desk/rules/front-matter/contact.ts';
import { testRule } from '../cases.ts';

testRule(contact, [
  { name: 'none', given: 'En 2024-2028, de 1960 a 1970, Q12345678 y 12830233. Sigue a @gaceta el 20240711.' },
  {
    name: 'an e-mail address',
    given: 'Escribe a info@example.org.',
    finds: ['info'],
    says: 'un correo: «info@example.org»',
  },
  {
    name: 'the same one twice',
    given: 'Escribe a info@example.org o a <info@example.org>.',
    finds: ['info'],
  },
  {
    name: 'as a link',
    given: '[Ana](mailto:ana@example.org) y [ana@example.org](mailto:ana@example.org)',
    finds: ['info'],
  },
  {
    name: 'phone numbers',
    given: 'Llama al 2255-1234, al +502 5555 1234, al (502) 4444-1234 o al +34 912 345 678.',
    finds: ['info', 'info', 'info', 'info'],
    says: 'un número de teléfono: «+502 5555 1234»',
  },
  { name: 'without a space', given: 'Llama al 55551234.', finds: ['info'] },
  { name: 'other numbers', given: 'Son 5,555,123.45, 33.44551234, 5555123456 o 5555-1234-5678.' },
  {
    name: 'code and addresses of pages',
    given: '`a@example.org` https://example.org/55551234 [uno](https://example.org/5555-1234)',
  },
]);
