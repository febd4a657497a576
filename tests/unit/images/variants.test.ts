import fc from 'fast-check';
import { assert, describe, expect, test } from 'vitest';
import { findVariantNames, parseVariantName, planVariants } from '../../../src/images/variants.ts';

const sha = 'a'.repeat(40);
const toImage = (width: number, height: number, alpha = false) => ({ sha, width, height, alpha });

describe('the sizes of an image', () => {
  test.each([
    [4000, [360, 720, 1080, 1440], 720],
    [1440, [360, 720, 1080, 1440], 720],
    [1000, [360, 720, 1000], 720],
    [720, [360, 720], 720],
    [500, [360, 500], 500],
    [200, [200], 200],
    [1, [1], 1],
  ])('%i pixels wide: %j and a fallback of %i', (width, expected, fallback) => {
    const plan = planVariants(toImage(width, width));
    expect(plan.avif.map((variant) => variant.width)).toEqual(expected);
    expect(plan.fallback.width).toBe(fallback);
  });

  test('are named after the blob, the width and the format', () => {
    const plan = planVariants(toImage(1000, 500), [360]);
    expect(plan.avif).toEqual([
      { name: `${sha}-360.avif`, path: `/_img/${sha}-360.avif`, width: 360, height: 180 },
    ]);
    expect(plan.webp?.name).toBe(`${sha}-360.webp`);
    expect(plan.fallback.name).toBe(`${sha}-360.jpg`);
    expect(plan.animation).toBeUndefined();
  });

  test.each([
    [[360], 360],
    [[360, 720], 360],
    [[360, 720, 1080], 720],
    [[360, 720, 1080, 1440], 720],
  ])('%j: browsers without AVIF get %i', (wanted, expected) => {
    expect(planVariants(toImage(4000, 4000), wanted).fallback.width).toBe(expected);
  });

  test('keep transparency: WebP is the fallback itself', () => {
    const { fallback, webp } = planVariants(toImage(1000, 500, true));
    expect([fallback.name, webp]).toEqual([`${sha}-720.webp`, undefined]);
  });

  test('of an animation have one that moves', () => {
    const toName = (width: number) => planVariants({ ...toImage(width, 90), animated: true }).animation?.name;
    expect([toName(1080), toName(300)]).toEqual([`${sha}-720.anim.webp`, `${sha}-300.anim.webp`]);
  });

  test('never enlarge, and every name says what it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (width, height) => {
        const { avif, webp, fallback, animation } = planVariants({
          ...toImage(width, height),
          animated: true,
        });
        for (const variant of [...avif, webp, fallback, animation]) {
          assert(variant);
          expect(variant.width).toBeLessThanOrEqual(width);
          expect(variant.height).toBeGreaterThanOrEqual(1);
          expect(parseVariantName(variant.name)).toMatchObject({ sha, width: variant.width });
        }
      }),
    );
  });
});

test.each([
  '',
  'x.avif',
  `${sha}.avif`,
  `${sha}-0.avif`,
  `${sha}-360.png`,
  `${sha}-360.anim.avif`,
  `${sha}-360.avif/..`,
  `../${sha}-360.avif`,
  `${sha}-99999.jpg`,
])('%j is no name of a derived image', (name) => {
  expect(parseVariantName(name)).toBeUndefined();
});

test('finds the derived images that a page names', () => {
  const html = `<source srcset="/_img/${sha}-360.avif 360w, /_img/${sha}-720.avif 720w"><img src="/_img/${sha}-720.jpg"><img src="/_img/${sha}-720.anim.webp">`;
  expect(findVariantNames(html)).toEqual([
    `${sha}-360.avif`,
    `${sha}-720.avif`,
    `${sha}-720.jpg`,
    `${sha}-720.anim.webp`,
  ]);
});
