import { linkRedirect } from '../../../../src/copy-desk/rules/links/link-redirect.ts';
import { testRule } from '../cases.ts';

testRule(linkRedirect, [
  { name: 'a direct address', given: '[a](https://foo.example.org/?url=https://bar.example.org/)' },
  {
    name: 'Google',
    given: '[a](https://www.google.com/url?q=https://foo.example.org/a%3Fb%3D1%26c%3D2&sa=D&ust=1)',
    becomes: '[a](https://foo.example.org/a?b=1&c=2)',
    finds: ['warning'],
    says: 'foo.example.org/a',
  },
  {
    name: 'Google of a country',
    given: '[a](https://www.google.com.gt/url?sa=t&url=https%3A%2F%2Ffoo.example.org%2F)',
    becomes: '[a](https://foo.example.org/)',
    finds: ['warning'],
  },
  {
    name: 'Facebook, Instagram, LinkedIn, YouTube, Outlook',
    given:
      '[a](https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example.org%2F&h=AT) [b](https://l.instagram.com/?u=https%3A%2F%2Fb.example.org%2F&e=1) [c](https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fc%2Eexample%2Eorg&trk=x) [d](https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fd.example.org%2F) [e](https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fe.example.org%2F&data=05)',
    becomes:
      '[a](https://a.example.org/) [b](https://b.example.org/) [c](https://c.example.org) [d](https://d.example.org/) [e](https://e.example.org/)',
    finds: ['warning', 'warning', 'warning', 'warning', 'warning'],
  },
  {
    name: 'one in another',
    given:
      '[a](https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Ffoo.example.org%252F%26sa%3DD&h=x)',
    becomes: '[a](https://foo.example.org/)',
    finds: ['warning'],
  },
  {
    name: 'a target with characters that Markdown would read',
    given: '[a](https://www.google.com/url?q=https%3A%2F%2Ffoo.example.org%2Fx%20(y)%3Fa%3D1%26copy%3B%22)',
    becomes: '[a](https://foo.example.org/x%20\\(y\\)?a=1&amp;copy;%22)',
    finds: ['warning'],
  },
  {
    name: 'a target that is not on the web',
    given:
      '[a](https://www.google.com/url?q=javascript:alert(1)) [b](https://l.facebook.com/l.php?u=data%3Atext%2Fhtml%2Cx) [c](https://www.google.com/url?q=/interno) [d](https://www.google.com/url?q=%E0%A4%A)',
  },
  {
    name: 'a search, a profile and a short address whose target is not in it',
    given:
      '[a](https://www.google.com/search?q=https://foo.example.org) [b](https://www.facebook.com/sharer?u=https://foo.example.org) [c](https://lnkd.in/abc) [d](https://www.youtube.com/results?q=https://foo.example.org)',
  },
  {
    name: 'a bare address',
    given: 'Mira https://www.google.com/url?q=https://foo.example.org/a_b&sa=D.',
    becomes: 'Mira https://foo.example.org/a_b.',
    finds: ['warning'],
  },
  {
    name: 'a bare address whose target GFM would not read whole',
    given: 'Mira https://www.google.com/url?q=https%3A%2F%2Ffoo.example.org%2F(a',
    finds: ['warning'],
  },
  {
    name: 'the address of a component',
    given:
      '<Embed url="https://l.facebook.com/l.php?u=https%3A%2F%2Ffoo.example.org%2F%3Fa%3D1%26b%3D2" title="Algo" />',
    becomes: '<Embed url="https://foo.example.org/?a=1&amp;b=2" title="Algo" />',
    finds: ['warning'],
  },
]);
