import { titleEmoji } from '../../../../src/copy-desk/rules/front-matter/title-emoji.ts';
import { testRule } from '../cases.ts';

testRule(titleEmoji, [
  { name: 'no emoji', given: { title: 'Uno ® 2 # © — dos™' } },
  { name: 'one at the start', given: { title: '📊 Los datos' }, finds: ['warning'], says: 'emoji: 📊' },
  { name: 'several', given: { title: 'Los datos 🌟🌟' }, finds: ['warning'] },
  { name: 'a flag', given: { title: '🇬🇹 Los datos' }, finds: ['warning'], says: '🇬🇹' },
  { name: 'one that is text without its selector', given: { title: '✔ Los datos' }, finds: ['warning'] },
  { name: 'a sign that a selector turns into one', given: { title: 'Los datos ❤️' }, finds: ['warning'] },
  { name: 'in the text', given: 'Los datos 🌟' },
]);
