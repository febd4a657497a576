import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/search/fold.ts';
import { stem } from '../../../src/search/stem.ts';
import { toTerms, toWords } from '../../../src/search/words.ts';

const toStem = (word: string): string => stem(fold(word));

test.each([
  ['Corrupción', 'corrupcion'],
  ['AÑO', 'ano'],
  ['pingüino', 'pinguino'],
  ['e\u0301tica', 'etica'],
  ['pre\u00ADsu\u200Bpuesto', 'presupuesto'],
  ['K’iche’', 'kiche’'],
  ["q'eqchi'", "qeqchi'"],
  ['oﬁcina', 'oficina'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

describe('forms of one word have one stem', () => {
  test.each([
    'voto votos',
    'año años',
    'ley leyes',
    'red redes',
    'mes meses',
    'luz luces',
    'juez jueces',
    'enlace enlaces',
    'avance avances',
    'base bases',
    'clase clases',
    'informe informes',
    'pie pies',
    'eje ejes',
    'día días',
    'país países',
    'interés intereses interes',
    'francés franceses',
    'elección elecciones eleccion',
    'joven jóvenes',
    'imagen imágenes',
    'menú menús',
    'tabú tabúes tabús',
    'café cafés',
    'autobús autobuses',
    'tesis tesis',
    'blog blogs',
    'club clubes clubs',
    'diputado diputada diputados diputadas',
    'ciudadano ciudadana ciudadanos ciudadanas',
    'público pública públicos públicas',
    'autor autora autores autoras',
    'municipal municipales',
    'mamá mamás',
    'bien bienes',
  ])('%s', (forms) => {
    expect(new Set(forms.split(' ').map(toStem)).size).toBe(1);
  });
});

test.each([
  ['caso', 'casa'],
  ['mes', 'mesa'],
  ['ley', 'leer'],
  ['ciudad', 'ciudadano'],
  ['elección', 'elector'],
  ['paso', 'pase'],
])('%s is another word than %s', (one, other) => {
  expect(toStem(one)).not.toBe(toStem(other));
});

const letters = fc.string({
  unit: fc.constantFrom(...'abcdefghijlmnopqrstuvz'),
  minLength: 2,
  maxLength: 12,
});

test('a regular plural has the stem of its singular', () => {
  const ofVowel = fc
    .tuple(letters, fc.constantFrom(...'aeo'))
    .map(([start, end]) => [start + end, 's'] as const);
  const ofConsonant = fc
    .tuple(letters, fc.constantFrom(...'dlnry'))
    .map(([start, end]) => [start + end, 'es'] as const);
  fc.assert(
    fc.property(fc.oneof(ofVowel, ofConsonant), ([singular, ending]) => {
      // «ese» is the end of a plural: intereses.
      fc.pre(!singular.endsWith('ese'));
      expect(stem(singular + ending)).toBe(stem(singular));
    }),
  );
  fc.assert(
    fc.property(letters, (start) => {
      expect(stem(`${start}ces`)).toBe(stem(`${start}z`));
    }),
  );
});

test('words are letters and digits; a number with its comma or point is one', () => {
  expect(toWords('¡El 15 % de Q1,500.50 (EE. UU.), ex-juez!')).toEqual([
    'el',
    '15',
    'de',
    'q150050',
    'ee',
    'uu',
    'ex',
    'juez',
  ]);
  expect(toTerms('Todas las leyes de los años')).toEqual(['ley', 'ano']);
});
