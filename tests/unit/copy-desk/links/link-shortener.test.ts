import { linkShortener } from '../../../../src/copy-desk/rules/links/link-shortener.ts';
import { testRule } from '../cases.ts';

testRule(linkShortener, [
  { name: 'whole addresses', given: '[a](https://foo.org/bit.ly) y [b](https://bit.ly.example.org/a)' },
  {
    name: 'short by nature, but telling',
    given:
      '[a](https://forms.gle/a) [b](https://youtu.be/a) [c](https://wa.me/502) [d](https://maps.app.goo.gl/a)',
  },
  {
    name: 'links',
    given: '[a](https://bit.ly/a) [b](http://www.tinyurl.com/b)',
    finds: ['warning', 'warning'],
    says: 'bit.ly/a',
  },
  { name: 'bare', given: 'En https://t.co/abc y <https://goo.gl/x>.', finds: ['warning', 'warning'] },
  {
    name: 'in a component',
    given: '<Embed url="https://bit.ly/a" title="Formulario" />',
    finds: ['warning'],
  },
  {
    name: 'with the target in it: that is repaired',
    given: '[a](https://lnkd.in/x?url=https%3A%2F%2Ffoo.org)',
  },
  { name: 'code', given: '`https://bit.ly/a`' },
]);
