import { describe, expect, test } from 'vitest';
import { collections } from '../../../content-schema/index.ts';
import { readdress, readdressBody, type Reference } from '../../../src/import/references.ts';

const toNew = ({ address }: Reference): string | undefined =>
  address === 'keep' ? undefined : `/new/${address.slice(address.lastIndexOf('/') + 1)}`;

describe('addresses in a text', () => {
  test.each([
    ['![](/old/a.png)', '![](/new/a.png)'],
    ['![x](</old/a b.png> "Título (1)")', '![x](</new/a b.png> "Título (1)")'],
    ['[![x](/old/a.png)](/old/b.pdf)', '[![x](/new/a.png)](/new/b.pdf)'],
    ['[a]\n\n[a]: /old/a.png "t"', '[a]\n\n[a]: /new/a.png "t"'],
    ['![x](/old/a\\_b.png)', '![x](/new/a_b.png)'],
    ['![x](keep) y', '![x](keep) y'],
    ['`![x](/old/a.png)`', '`![x](/old/a.png)`'],
    ['```\n![x](/old/a.png)\n```', '```\n![x](/old/a.png)\n```'],
    ['    ![x](/old/a.png)', '    ![x](/new/a.png)'],
    ['<img src="/old/a.png">', '<img src="/old/a.png">'],
    ['\uFEFF![x](/old/a.png)', '\uFEFF![x](/new/a.png)'],
    ['\t![x](/old/a.png) 🚀 ![y](/old/b.png)', '\t![x](/new/a.png) 🚀 ![y](/new/b.png)'],
    [
      '<Figure image="/old/a.png" alt="A &quot;b&quot;" />',
      '<Figure image="/new/a.png" alt="A &quot;b&quot;" />',
    ],
    [
      '<Download file="/old/a.pdf" label="A" />\n\n![](/old/b.png)',
      '<Download file="/new/a.pdf" label="A" />\n\n![](/new/b.png)',
    ],
  ])('%j becomes %j', (body, expected) => {
    expect(readdressBody(body, toNew)).toBe(expected);
  });

  test('are told apart: images and links', () => {
    const kinds: string[] = [];
    readdressBody('![](a) [b](c) [![](d)](e)', ({ kind, address }) => {
      kinds.push(`${kind} ${address}`);
      return undefined;
    });
    expect(kinds).toEqual(['image a', 'link c', 'image d', 'link e']);
  });
});

test('the image fields of an entry are addresses, too; other fields are not', () => {
  const values = { title: '/old/a.png', image: ' /old/a.png ', body: '![](/old/b.png)' };
  expect(readdress(collections.posts, values, toNew)).toEqual({
    title: '/old/a.png',
    image: '/new/a.png',
    body: '![](/new/b.png)',
  });
});
