import { invisible } from '../../../../src/copy-desk/rules/encoding/invisible.ts';
import { testRule } from '../cases.ts';

testRule(invisible, [
  { name: 'a clean text', given: 'Un texto 👩‍💻 y ❤️.' },
  {
    name: 'zero-width spaces, byte order marks and soft hyphens',
    given: '## R\uFEFFegistro\n\nciu\u00ADdad\u200B y más\u2060',
    becomes: '## Registro\n\nciudad y más',
    finds: ['warning', 'warning', 'warning', 'warning'],
    says: '(U+FEFF) después de «R»',
  },
  {
    name: 'in the front matter',
    given: { title: '\uFEFFUn título' },
    becomes: { title: 'Un título' },
    finds: ['warning'],
    says: '(U+FEFF) al principio',
  },
  { name: 'joiners in emoji', given: '👨‍👩‍👧 🏳️‍🌈 🧑🏽‍🌾 👁️‍🗨️' },
  {
    name: 'joiners between letters',
    given: 'a\u200Db\u200Cc',
    becomes: 'abc',
    finds: ['warning', 'warning'],
  },
  {
    name: 'a space of no width inside an emoji, whose joiner stays',
    given: '👩\u200B\u200D💻',
    becomes: '👩\u200D💻',
    finds: ['warning'],
  },
  { name: 'joiners in scripts that are written with them', given: 'می\u200Cخواهم क्\u200Dष' },
  { name: 'marks of direction beside Hebrew', given: 'Dijo \u200Fשלום\u200F.' },
  {
    name: 'marks of direction in Spanish',
    given: 'Dijo \u200Ehola\u202C.',
    becomes: 'Dijo hola.',
    finds: ['warning', 'warning'],
  },
  { name: 'a soft hyphen that is a part of a damaged letter', given: 'ciudadanÃ\u00ADa' },
  {
    name: 'an address and code stay as they are; what follows an address does not belong to it',
    given: '`a\u200Bb` [uno](https://example.org/a\u200Bb) https://example.org/c\u200B',
    becomes: '`a\u200Bb` [uno](https://example.org/a\u200Bb) https://example.org/c',
    finds: ['warning'],
  },
  { name: 'a path', given: { image: '/assets/images/posts/a\u200Bb.jpg' } },
  {
    name: 'what would turn a word into Markdown is left to a person',
    given: 'a &\u200Bamp; b',
    finds: ['warning'],
  },
]);
