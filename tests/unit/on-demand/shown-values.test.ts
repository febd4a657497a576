import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collections } from '../../../content-schema/index.ts';
import { toShownValues } from '../../../src/on-demand/shown-values.ts';

test('a text shows however short or long it is; a date, an address or a choice only when it is right', () => {
  const values = {
    title: 'No',
    date: 'mañana',
    image: 'foto',
    imageFocus: 'lejos',
    language: '??',
    body: 'Hola',
  };
  expect(toShownValues('posts', values)).toEqual({ title: 'No', highlight: false, body: 'Hola' });
});

test('of a list the right items show', () => {
  const right = { date: '2026-03-04T08:30:00-06:00', text: 'Decía otra cosa.' };
  const values = { tags: ['Agua', '', 7], corrections: [{ text: 'Sin fecha' }, right] };
  expect(toShownValues('posts', values)).toMatchObject({ tags: ['Agua'], corrections: [right] });
});

test('whatever a form holds, each value that shows keeps its rule or is text', () => {
  const anything = fc.dictionary(fc.constantFrom(...Object.keys(collections.posts.fields)), fc.anything());
  fc.assert(
    fc.property(anything, (values) => {
      for (const [key, value] of Object.entries(toShownValues('posts', values))) {
        const { schema } = collections.posts.fields[key as keyof typeof collections.posts.fields];
        expect(typeof value === 'string' || schema.safeParse(value).success).toBe(true);
      }
    }),
  );
});
