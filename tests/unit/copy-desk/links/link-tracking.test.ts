import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkTracking } from '../../../../src/copy-desk/rules/links/link-tracking.ts';
import { cleanAddress } from '../../../../src/copy-desk/rules/links/tracking.ts';
import { testRule } from '../cases.ts';

testRule(linkTracking, [
  { name: 'an address without parameters', given: 'Lee [el informe](https://datos.example.org/informe).' },
  {
    name: 'parameters that say what is shown',
    given:
      '[Reunión](https://us06web.zoom.us/j/849?pwd=N3hS) y [video](https://www.youtube.com/watch?v=abc&list=PL1&t=30s), [formulario](https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.1=a), [nota](https://foo.example.org/?id=3&src=a&ref=b)',
  },
  {
    name: 'all parameters track',
    given: '[Nota](https://foo.example.org/nota?utm_source=boletin&utm_medium=correo#tabla "Título")',
    becomes: '[Nota](https://foo.example.org/nota#tabla "Título")',
    finds: ['warning'],
    says: 'utm_source=boletin',
  },
  {
    name: 'first, middle and last of others, which stay byte for byte',
    given: '[a](https://foo.example.org/?fbclid=1&b=%C3%B1+x&gclid=2&c[]=1&&utm_otro=3)',
    becomes: '[a](https://foo.example.org/?b=%C3%B1+x&c[]=1&)',
    finds: ['warning'],
  },
  {
    name: 'escapes of Markdown',
    given: '[a](https://foo.example.org/a\\_b\\(c\\)?x=1&amp;utm\\_source=2&amp;y=3)',
    becomes: '[a](https://foo.example.org/a\\_b\\(c\\)?x=1&amp;y=3)',
    finds: ['warning'],
  },
  {
    name: 'a destination in angle brackets, a definition, an autolink and a bare address',
    given:
      '[a](<https://foo.example.org/a b?utm_id=1>), <https://foo.example.org/?utm_id=2> y https://foo.example.org/x?utm_id=3.\n\n[b]: https://foo.example.org/?c=1&utm_id=4 "B"\n\n[b]',
    becomes:
      '[a](<https://foo.example.org/a b>), <https://foo.example.org/> y https://foo.example.org/x.\n\n[b]: https://foo.example.org/?c=1 "B"\n\n[b]',
    finds: ['warning', 'warning', 'warning', 'warning'],
  },
  {
    name: 'the text of a link that repeats its address',
    given: '[https://foo.example.org/?utm_id=1](https://foo.example.org/?utm_id=1)',
    becomes: '[https://foo.example.org/](https://foo.example.org/)',
    finds: ['warning'],
  },
  {
    name: 'names that track on one site only',
    given:
      '[v](https://youtu.be/abc?si=x&t=3) [c](https://open.spotify.com/track/1?si=x) [o](https://foo.example.org/?si=x&s=20) [p](https://www.linkedin.com/in/ana?trk=x&lipi=y) [q](https://x.com/a/status/1?s=20&t=z) [r](https://www.tiktok.com/@ana/video/1?is_from_webapp=1&sender_device=pc&_r=1)',
    becomes:
      '[v](https://youtu.be/abc?t=3) [c](https://open.spotify.com/track/1) [o](https://foo.example.org/?si=x&s=20) [p](https://www.linkedin.com/in/ana) [q](https://x.com/a/status/1) [r](https://www.tiktok.com/@ana/video/1)',
    finds: ['warning', 'warning', 'warning', 'warning', 'warning'],
  },
  {
    name: 'a site whose name only ends like another',
    given: '[a](https://nottwitter.com/a?s=20) [b](https://twitter.com.example.org/a?s=20)',
  },
  {
    name: 'the address of a component',
    given: '<Video url="https://www.youtube.com/watch?v=abc&amp;si=x&amp;t=3" title="Un video" />',
    becomes: '<Video url="https://www.youtube.com/watch?v=abc&amp;t=3" title="Un video" />',
    finds: ['warning'],
  },
  {
    name: 'a value of the front matter',
    given: { image: 'https://foo.example.org/a.jpg?utm_source=x' },
    becomes: { image: 'https://foo.example.org/a.jpg' },
    finds: ['warning'],
  },
  { name: 'code', given: 'Escribe `https://foo.example.org/?utm_source=x` así.' },
  {
    name: 'a signed address',
    given: '[a](https://foo.example.org/a?X-Amz-Signature=1&utm_source=x)',
  },
  {
    name: 'a bare address that runs into other words: a person has to look',
    given: 'https://foo.example.org/?utm_source=x,luego',
    finds: ['warning'],
  },
]);

const names = ['v', 'list', 'id', 'pwd', 'q', 'entry.1', 'año', 'c[]', 'A_b'];
const tracking = ['utm_source', 'UTM_x', 'fbclid', 'gclid', 'mc_cid', 'igshid', '_hsenc'];
const value = fc.stringMatching(/^[\w.~%+:@!*'(),;/?-]{0,6}$/);
const parameter = (list: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...list), value).map(([name, text]) => `${name}=${text}`);
const hash = fc.constantFrom('', '#', '#a?utm_source=1&b');

test('cleaning keeps every other parameter in order, whatever tracks between them, and is idempotent', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), parameter(names), parameter(tracking))),
      hash,
      (parameters, end) => {
        const start = 'https://foo.example.org/a%20b';
        const all = parameters.map(([isKept, kept, cut]) => (isKept ? kept : cut)).join('&');
        const kept = parameters.flatMap(([isKept, text]) => (isKept ? [text] : [])).join('&');
        const cleaned = cleanAddress(`${start}${all === '' ? '' : `?${all}`}${end}`);
        expect(cleaned).toBe(`${start}${kept === '' ? '' : `?${kept}`}${end}`);
        expect(cleanAddress(cleaned)).toBe(cleaned);
      },
    ),
  );
});
