import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, type Values } from '../../../content-schema/index.ts';
import { compareEntries, compareWords, type Difference } from '../../../src/review/index.ts';

const compare = (before: Values | undefined, after: Values | undefined): Difference[] =>
  compareEntries(collections.posts, before, after);

const places = (differences: readonly Difference[]): string[] =>
  differences.map(({ label, kind }) => `${label}: ${kind}`);

const without = (kind: string, { parts }: Pick<Difference, 'parts'>): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('words', () => {
  test('a changed word is marked and the rest is not', () => {
    expect(compareWords('Abre el sábado a las ocho.', 'Abre el domingo a las ocho.')).toEqual([
      { kind: 'same', text: 'Abre el ' },
      { kind: 'removed', text: 'sábado' },
      { kind: 'added', text: 'domingo' },
      { kind: 'same', text: ' a las ocho.' },
    ]);
  });

  test('a text that was written anew is not shown word by word', () => {
    expect(compareWords('Abre el sábado.', 'Nadie sabe cuándo terminará la obra.')).toHaveLength(2);
  });

  test('both versions can be read from the parts', () => {
    const words = fc
      .array(fc.constantFrom('uno', 'dos', 'tres', ' ', '\n', ', ', 'ñ', '**'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = compareWords(before, after);
        expect(without('added', { parts })).toBe(before);
        expect(without('removed', { parts })).toBe(after);
      }),
    );
  });
});

describe('entries', () => {
  test('nothing differs in equal entries, whatever the order of their keys', () => {
    expect(compare({ title: 'A', tags: [] }, { body: undefined, title: 'A' })).toEqual([]);
  });

  test('fields have their labels and are shown as the form shows them', () => {
    const differences = compare(
      { title: 'Feria', highlight: false, imageFocus: 'arriba', date: '2026-03-04T08:30:00-06:00' },
      { title: 'Feria', highlight: true, date: '2026-03-05T08:30:00-06:00' },
    );
    expect(places(differences)).toEqual([
      'Lo importante de la imagen está: removed',
      'Fecha: changed',
      'Destacado en la portada: changed',
    ]);
    expect(differences.map((difference) => without('removed', difference))).toEqual([
      '',
      '5 de marzo de 2026 a las 8:30',
      'Sí',
    ]);
    expect(without('added', differences[0] ?? { parts: [] })).toBe('Arriba');
  });

  test('lists are compared by item', () => {
    const correction = (text: string): Values => ({ date: '2026-03-04T08:30:00-06:00', text });
    expect(
      places(
        compare(
          { tags: ['a', 'b'], corrections: [correction('Se corrigió el nombre de la calle.')] },
          { tags: ['b', 'c'], corrections: [correction('Se corrigió el nombre de la plaza.')] },
        ),
      ),
    ).toEqual(['Etiquetas, 1: removed', 'Etiquetas, 2: added', 'Correcciones, 1: changed']);
  });

  test('the body is compared by paragraph', () => {
    const before = 'Uno.\n\nDos es el segundo.\n\nTres.\n\nCuatro sobra.\n\nCinco.';
    const after = 'Dos es el segundo, claro.\n\nTres.\n\nCinco.\n\nUno.\n\nY esto es nuevo.';
    expect(places(compare({ body: before }, { body: after }))).toEqual([
      'Texto, párrafo 1: changed',
      'Texto, párrafo 4: removed',
      'Texto, párrafo 4: moved',
      'Texto, párrafo 5: added',
    ]);
  });

  test('an entry that was not there is new in every field', () => {
    expect(places(compare(undefined, { title: 'Feria', body: 'Uno.' }))).toEqual([
      'Título: added',
      'Texto, párrafo 1: added',
    ]);
  });
});
