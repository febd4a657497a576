import { describe, expect, test } from 'vitest';
import { collections, type Values } from '../../../content-schema/index.ts';
import { mergeEntry, type Resolution } from '../../../src/review/index.ts';

const base: Values = {
  title: 'Feria del libro',
  description: 'Abre el sábado.',
  autor: 'Ana',
  date: '2026-03-04T08:30:00-06:00',
  highlight: false,
  body: 'Uno.\n\nDos.\n\nTres.',
};

const merge = (yours: Values, theirs: Values): ReturnType<typeof mergeEntry> =>
  mergeEntry(collections.posts, base, { ...base, ...yours }, { ...base, ...theirs });

const resolved = (
  yours: Values,
  theirs: Values,
  answers: Record<string, Resolution> = {},
): Values | undefined => merge(yours, theirs).resolve(new Map(Object.entries(answers)));

describe('fields', () => {
  test('changes of different fields are both kept', () => {
    const { conflicts, resolve } = merge({ title: 'Feria' }, { description: 'Abre el domingo.' });
    expect(conflicts).toEqual([]);
    expect(resolve(new Map())).toEqual({ ...base, title: 'Feria', description: 'Abre el domingo.' });
  });

  test('two changes of one field are asked about', () => {
    const { conflicts, resolve } = merge({ title: 'Feria' }, { title: 'La feria' });
    expect(conflicts).toMatchObject([
      {
        id: 'title',
        field: 'title',
        label: 'Título',
        base: base['title'],
        yours: 'Feria',
        theirs: 'La feria',
      },
    ]);
    expect(() => resolve(new Map())).toThrow(RangeError);
    expect(resolve(new Map([['title', { choice: 'edited', text: 'Gran feria' }]]))).toMatchObject({
      title: 'Gran feria',
    });
  });

  test('a date is shown as it is read, and cannot be written by hand', () => {
    const { conflicts } = merge({ date: '2026-03-05T08:30:00-06:00' }, { date: '2026-03-06T21:00:00-06:00' });
    expect(conflicts[0]).toMatchObject({
      yours: '5 de marzo de 2026 a las 8:30',
      theirs: '6 de marzo de 2026 a las 21:00',
    });
    expect(conflicts[0]?.check).toBeUndefined();
  });
});

describe('body', () => {
  test('changes of neighbouring paragraphs are both kept', () => {
    const { conflicts, resolve } = merge(
      { body: 'Uno, sí.\n\nDos.\n\nTres.' },
      { body: 'Uno.\n\nDos, también.\n\nTres.' },
    );
    expect(conflicts).toEqual([]);
    expect(resolve(new Map())).toMatchObject({ body: 'Uno, sí.\n\nDos, también.\n\nTres.' });
  });

  test('two changes of one paragraph are asked about', () => {
    const yours = { body: 'Uno.\n\nDos A.\n\nTres.\n\nCuatro.' };
    const theirs = { body: 'Uno.\n\nDos B.\n\nTres.' };
    expect(merge(yours, theirs).conflicts).toMatchObject([
      { id: 'body@1-2', label: 'Texto, párrafo 2', base: 'Dos.', yours: 'Dos A.', theirs: 'Dos B.' },
    ]);
    expect(resolved(yours, theirs, { 'body@1-2': { choice: 'theirs' } })).toMatchObject({
      body: 'Uno.\n\nDos B.\n\nTres.\n\nCuatro.',
    });
  });
});
