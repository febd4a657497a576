import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collections, type Values } from '../../../../content-schema/index.ts';
import { applyEdits } from '../../../../src/copy-desk/edit.ts';
import { repairValues } from '../../../../src/copy-desk/index.ts';
import { toManuscript } from '../../../../src/copy-desk/manuscript.ts';
import { linksRules } from '../../../../src/copy-desk/rules/links/index.ts';
import { toWords } from '../../../../src/copy-desk/words.ts';
import { cleanPost, file, site } from '../cases.ts';

const pieces = [
  'Una frase.',
  'Dos palabras',
  '## Título',
  '- punto',
  '> cita',
  '**fuerte**',
  '*',
  '**',
  '(',
  ')',
  '[',
  '«',
  '»',
  '!',
  '`',
  '\\',
  '---',
  '| a | b |\n|---|---|\n| c | d |',
  '[texto](https://foo.org/a?utm_source=x&id=3 "t")',
  '[https://foo.org/?fbclid=1](https://foo.org/?fbclid=1)',
  'https://foo.org/a?utm_source=x&b=2',
  'www.foo.org/?gclid=1',
  '<https://foo.org/?utm_id=a&amp;b=1>',
  '[a](https://www.google.com/url?q=https://foo.org/a%3Futm_id%3D1&sa=D)',
  'https://l.facebook.com/l.php?u=https%3A%2F%2Ffoo.org%2Fb_c&h=1',
  '[#Uno](https://x.com/hashtag/Uno?src=hash)',
  '[hashtag#DosTres](https://www.linkedin.com/feed/hashtag/?keywords=dostres&trk=x)',
  '[\\#Co](https://www.tiktok.com/tag/co?refer=embed)-creación',
  '[#Siete](https://www.google.com/url?q=https%3A%2F%2Fx.com%2Fhashtag%2FSiete%3Futm_id%3D1)',
  '#Plano',
  '[](https://foo.org/a)',
  '[](https://foo.org/a?utm_source=x)',
  '[ley]()',
  '[https://foo.org/a]()',
  '[a](www.foo.org)',
  '[a]("https://foo.org?utm_id=1")',
  '[a](https://foo.org/c d.pdf?utm_id=1&e f.pdf)',
  '[a](/b c.pdf)',
  '[r]',
  '\n\n[r]: https://foo.org/?utm_id=1&x=2\n\n',
  '\n\n<Video url="https://youtu.be/a?si=b&amp;t=1" title="x" />\n\n',
  'https://foo.org/a»',
  'ana@foo.org',
];

const bodies = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', '\n', '\n\n')), { maxLength: 7 })
  .map((parts) => parts.flat().join(''));

const toCounts = (words: readonly string[]): Record<string, number> =>
  words.reduce<Record<string, number>>(
    (counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }),
    {},
  );

test('repairs of links end, in any order alike, and lose no word', () => {
  const findRepairable = (values: Values) => {
    const manuscript = toManuscript(collections.posts, values, file);
    return linksRules
      .flatMap((rule) => [...rule.find(manuscript, site)])
      .filter(({ edits }) => edits !== undefined);
  };
  fc.assert(
    fc.property(bodies, fc.infiniteStream(fc.nat()), (body, numbers) => {
      const values = { ...cleanPost, body };
      const { values: repaired, repairs } = repairValues(collections.posts, values, file, site, linksRules);
      expect(findRepairable(repaired)).toEqual([]);
      let current: Values = values;
      for (let problems = findRepairable(current); problems.length > 0; problems = findRepairable(current)) {
        const number = Number(numbers.next().value);
        current = applyEdits(current, problems[number % problems.length]?.edits ?? []);
      }
      expect(current).toEqual(repaired);
      const removed = repairs.map(({ words }) => words?.removed ?? '').flatMap(toWords);
      const added = repairs.map(({ words }) => words?.added ?? '').flatMap(toWords);
      expect(toCounts([...toWords(String(repaired['body'])), ...removed])).toEqual(
        toCounts([...toWords(body), ...added]),
      );
    }),
    { numRuns: 100 },
  );
}, 60_000);
