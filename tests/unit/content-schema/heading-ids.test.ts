import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageIds, toHeadingIds } from '../../../content-schema/index.ts';

test.each([
  ['¿Qué es un cabildo?', 'que-es-un-cabildo'],
  ['Año 2026: más niñas, más güipiles', 'ano-2026-mas-ninas-mas-guipiles'],
  ['1. Antes — y después', '1-antes-y-despues'],
  ['Cuánto cuesta (en Q)', 'cuanto-cuesta-en-q'],
  ['🎉', 'seccion'],
  ['Contenido', 'contenido-1'],
  ['Fn 1', 'seccion-fn-1'],
])('the heading «%s» has the id %s', (text, id) => {
  expect(toHeadingIds([text])).toEqual([id]);
});

test('headings of the same words have an id each', () => {
  expect(toHeadingIds(['Metas', 'metas', 'Metas 1', 'Metas'])).toEqual([
    'metas',
    'metas-1',
    'metas-1-1',
    'metas-2',
  ]);
});

test('an id stands once on a page, is never one of the page, and needs no encoding but for foreign letters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom(...pageIds, 'fn-1', 'fnref-a', 'Metas'))),
      (texts) => {
        const ids = toHeadingIds(texts);
        expect(new Set([...ids, ...pageIds]).size).toBe(ids.length + pageIds.length);
        for (const id of ids) expect(id).toMatch(/^(?!fn-|fnref-)[^\s"'<>&#%]+$/u);
      },
    ),
  );
});
