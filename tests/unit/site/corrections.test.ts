import { expect, test } from 'vitest';
import { toCorrections } from '../../../src/site/corrections.ts';
import { toPostEntry } from './posts.ts';

test('corrections of all posts stand by their own date, the newest first', () => {
  const published = [
    toPostEntry('nueva', { corrections: [{ date: '2026-05-02T09:00:00-06:00', text: 'El lugar.' }] }),
    toPostEntry('sin'),
    toPostEntry('vieja', {
      corrections: [
        { date: '2026-02-01T09:00:00-06:00', text: 'El nombre.' },
        // Later than 9:00 in Guatemala, although the text sorts before.
        { date: '2026-05-02T15:30:00Z', text: 'La fecha.' },
      ],
    }),
  ];
  expect(toCorrections(published).map(({ post, text }) => `${post.id}: ${text}`)).toEqual([
    'vieja: La fecha.',
    'nueva: El lugar.',
    'vieja: El nombre.',
  ]);
});
