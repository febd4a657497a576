import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findPolicies, joinPolicies, toPolicy } from '../../../src/site/policy.ts';

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const fixed = "form-action 'self';base-uri 'none';require-trusted-types-for 'script';trusted-types 'none'";

test('a page of text allows its styles and images of the site, and nothing else', () => {
  expect(toPolicy({ styles: ['p{}', 'á{}', 'p{}'] })).toBe(
    `default-src 'none';style-src ${digest('p{}')} ${digest('á{}')};img-src 'self';connect-src 'self';${fixed}`,
  );
});

test('scripts and frames are allowed only where a page has them', () => {
  const frames = ['https://player.vimeo.com', 'https://player.vimeo.com'];
  expect(toPolicy({ styles: [], scripts: ['go()'], frames })).toBe(
    `default-src 'none';img-src 'self';script-src ${digest('go()')};connect-src 'self';` +
      `frame-src https://player.vimeo.com;${fixed}`,
  );
});

test('no policy of a page allows anything unsafe', () => {
  expect(toPolicy({ styles: ['a'], scripts: ['b'], frames: [] })).not.toMatch(/unsafe|\*|data:/u);
});

test('the policy of a site allows what one of its pages allows, in an order that does not change', () => {
  const one = toPolicy({ styles: ['b'] });
  const other = toPolicy({ styles: ['a', 'b'], frames: ['https://player.vimeo.com'] });
  const joined = joinPolicies([one, other]);
  expect(joined).toBe(joinPolicies([other, one, one]));
  expect(joined).toContain(`style-src ${[digest('a'), digest('b')].sort().join(' ')};`);
  expect(joined).toContain('frame-src https://player.vimeo.com');
  expect(joined).toMatch(/;default-src 'none';/u);
  expect(joined).toMatch(/;frame-ancestors 'none'$/u);
});

test('finds the policy of a page as it stands in its markup', () => {
  const policy = toPolicy({ styles: ['a&b'] });
  const html = (text: string) => `<head><meta http-equiv="Content-Security-Policy" content="${text}"></head>`;
  expect(findPolicies(html(policy))).toEqual([policy]);
  expect(findPolicies(html(policy.replaceAll("'", '&#39;')))).toEqual([policy]);
  expect(findPolicies('<p>')).toEqual([]);
});
