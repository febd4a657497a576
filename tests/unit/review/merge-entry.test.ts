import { describe, expect, test } from 'vitest';
import { collections, type Values } from '../../../content-schema/index.ts';
import { mergeEntry, type Resolution } from '../../../src/review/index.ts';
import { describeEntry, reportEntry } from '../../../src/review/report/index.ts';

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

describe('Markdown that says the same', () => {
  const before = 'Uno es __uno__.\n\n- a\n- b\n\nTres.';
  const rewritten = 'Uno es **uno**, sí.\n\n* a\n* b\n\nTres.';

  test('is no change: the form writes lists with other marks', () => {
    const { conflicts, resolve } = mergeEntry(
      collections.posts,
      { ...base, body: before },
      { ...base, body: rewritten },
      { ...base, body: before.replace('- b', '- b, de nuevo') },
    );
    expect(conflicts).toEqual([]);
    expect(resolve(new Map())).toMatchObject({ body: 'Uno es **uno**, sí.\n\n- a\n- b, de nuevo\n\nTres.' });
  });

  test('is no difference', () => {
    const [old, now] = [before, rewritten].map((body) => ({ id: '', path: '', values: { body } }));
    const rows = describeEntry(reportEntry(collections.posts, old, now)).flatMap((section) => section.rows);
    expect(rows.map(({ label }) => label)).toEqual(['Párrafo 1']);
  });
});

describe('lists', () => {
  const correction = (day: number, text: string): Values => ({
    date: `2026-03-0${String(day)}T08:00:00-06:00`,
    text,
  });

  test('what both sides added is kept, and what both added alike is there once', () => {
    expect(resolved({ tags: ['agua', 'ríos'] }, { tags: ['agua', 'bosque'] })).toMatchObject({
      tags: ['agua', 'bosque', 'ríos'],
    });
  });

  test('what one side took away is gone, and what it moved is where it put it', () => {
    const tags = ['agua', 'bosque', 'ríos'];
    const { conflicts, resolve } = mergeEntry(
      collections.posts,
      { ...base, tags },
      { ...base, tags: ['ríos', 'agua', 'bosque'] },
      { ...base, tags: ['agua', 'ríos', 'valles'] },
    );
    expect(conflicts).toEqual([]);
    expect(resolve(new Map())).toMatchObject({ tags: ['ríos', 'valles', 'agua'] });
  });

  test('two orders of the same items are asked about', () => {
    const { conflicts, resolve } = mergeEntry(
      collections.posts,
      { ...base, tags: ['a', 'b', 'c'] },
      { ...base, tags: ['b', 'a', 'c', 'd'] },
      { ...base, tags: ['a', 'c', 'b', 'e'] },
    );
    expect(conflicts).toMatchObject([{ id: 'tags[]', label: 'Etiquetas, en qué orden' }]);
    expect(resolve(new Map([['tags[]', { choice: 'theirs' }]]))).toMatchObject({
      tags: ['a', 'c', 'd', 'b', 'e'],
    });
  });

  test('items of groups are the same by one of their values, and merge by field', () => {
    const corrections = [correction(1, 'Uno.'), correction(2, 'Dos.')];
    const { conflicts, resolve } = mergeEntry(
      collections.posts,
      { ...base, corrections },
      { ...base, corrections: [correction(1, 'Uno, sí.'), correction(3, 'Dos.')] },
      {
        ...base,
        corrections: [correction(1, 'Uno, no.'), correction(2, 'Dos, sí.'), correction(4, 'Cuatro.')],
      },
    );
    expect(conflicts).toMatchObject([
      {
        id: 'corrections[0].text',
        field: 'corrections',
        label: 'Correcciones, 1, Qué se corrigió',
        yours: 'Uno, sí.',
        theirs: 'Uno, no.',
      },
    ]);
    expect(resolve(new Map([['corrections[0].text', { choice: 'yours' }]]))).toMatchObject({
      corrections: [correction(1, 'Uno, sí.'), correction(3, 'Dos, sí.'), correction(4, 'Cuatro.')],
    });
  });

  test('an item that one side took away and the other changed is asked about', () => {
    const { conflicts, resolve } = mergeEntry(
      collections.posts,
      { ...base, corrections: [correction(1, 'Uno.')] },
      base,
      { ...base, corrections: [correction(1, 'Uno, no.')] },
    );
    expect(conflicts).toMatchObject([{ id: 'corrections[0]', label: 'Correcciones, 1', yours: undefined }]);
    expect(resolve(new Map([['corrections[0]', { choice: 'yours' }]]))).not.toHaveProperty('corrections');
  });
});

describe('whole entries', () => {
  const changed = { ...base, title: 'Feria' };

  test('one that one side deleted and the other left alone is deleted', () => {
    expect(mergeEntry(collections.posts, base, undefined, base).resolve(new Map())).toBeUndefined();
  });

  test.each([
    ['yours', undefined],
    ['theirs', changed],
  ] as const)('one that one side deleted and the other changed is asked about: %s', (choice, result) => {
    const { conflicts, resolve } = mergeEntry(collections.posts, base, undefined, changed);
    expect(conflicts).toMatchObject([{ id: 'entry', label: 'Todo: artículo', yours: undefined }]);
    expect(conflicts[0]?.field).toBeUndefined();
    expect(resolve(new Map([['entry', { choice }]]))).toEqual(result);
  });

  test('two new ones at the same address are merged as far as they are alike', () => {
    const { conflicts } = mergeEntry(collections.posts, undefined, base, changed);
    expect(conflicts.map(({ id }) => id)).toEqual(['title']);
  });
});
