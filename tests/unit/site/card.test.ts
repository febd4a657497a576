import { expect, test } from 'vitest';
import { toCardPath, toPostCard, toSiteCard } from '../../../src/site/card.ts';
import { toPostEntry } from './posts.ts';
import { toSite } from './settings.ts';

test('the name of a card changes with everything that it shows, and with nothing else', () => {
  const site = toSite();
  const post = toPostEntry('a');
  const names = [
    toPostCard(post, site, 'Agua'),
    toPostCard(post, site),
    toPostCard(post, toSite({ name: 'Otra' }), 'Agua'),
    toPostCard(post, toSite({ accent: '#aa0000' }), 'Agua'),
    toPostCard(toPostEntry('a', { title: 'Otro título' }), site, 'Agua'),
    toPostCard(toPostEntry('a', { date: '2026-03-05T08:30:00-06:00' }), site, 'Agua'),
    toSiteCard(site),
    toSiteCard(toSite({ description: 'Otra.' })),
  ].map(toCardPath);
  expect(new Set(names).size).toBe(names.length);
  const same = toPostEntry('b', { title: post.data.title, body: 'Otro texto.', description: 'Otra.' });
  expect(toCardPath(toPostCard(same, site, 'Agua'))).toBe(names[0]);
});
