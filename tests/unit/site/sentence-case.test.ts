import { expect, test } from 'vitest';
import { toSentenceCase } from '../../../src/site/sentence-case.ts';

test.each([
  ['datos abiertos', 'Datos abiertos'],
  ['ética', 'Ética'],
  ['𝒶gua', '𝒶gua'],
  ['OGP', 'OGP'],
  ['', ''],
])('«%s» begins a title as «%s»', (text, expected) => {
  expect(toSentenceCase(text, 'es-GT')).toBe(expected);
});
