import { describe, expect, test } from 'vitest';
import type { ReviewComment } from '../../../../src/browser/conversation/answers.ts';
import { withQuote } from '../../../../src/browser/conversation/quote.ts';
import { findPlace, type Thread, toQuote, toThreads } from '../../../../src/browser/conversation/threads.ts';

const comment = (values: Partial<ReviewComment>): ReviewComment => ({
  id: 1,
  user: { login: 'rosa' },
  body: 'Hola',
  path: 'a.mdx',
  line: 12,
  commit_id: 'abc',
  created_at: '2026-01-02T10:00:00Z',
  html_url: '',
  ...values,
});

test('answers stand below what they answer, also the answer to an answer, which GitHub lists under the first', () => {
  const [thread, ...others] = toThreads([
    comment({ id: 1, body: withQuote('La reunión', '¿Cuándo?') }),
    comment({ id: 2, in_reply_to_id: 1, body: 'El martes.' }),
    comment({ id: 3, in_reply_to_id: 1, body: 'Gracias.' }),
  ]);
  expect(others).toEqual([]);
  expect(thread).toMatchObject({ id: 1, line: 12, quote: 'La reunión' });
  expect(thread?.said.map(({ text }) => text)).toEqual(['¿Cuándo?', 'El martes.', 'Gracias.']);
});

describe('findPlace', () => {
  const places = [
    { lines: { first: 10, last: 10 }, text: 'Uno: la reunión.' },
    { lines: { first: 12, last: 14 }, text: 'Dos.' },
    { lines: { first: 16, last: 16 }, text: 'La reunión fue el martes, con «todos».' },
  ];
  const thread = (values: Partial<Thread>): Thread => ({
    id: 1,
    path: 'a.mdx',
    line: undefined,
    quote: undefined,
    said: [],
    ...values,
  });

  test('a line is in the block that has it', () => {
    expect(findPlace(thread({ line: 13 }), places)).toBe(1);
    expect(findPlace(thread({ line: 15 }), places)).toBeUndefined();
  });

  test('words are followed to where they are now, whatever the line says', () => {
    expect(findPlace(thread({ line: 12, quote: 'La reunión fue el martes…' }), places)).toBe(2);
  });

  test('words that are no longer there leave the line', () => {
    expect(findPlace(thread({ line: 12, quote: 'Otra cosa' }), places)).toBe(1);
    expect(findPlace(thread({ quote: 'Otra cosa' }), places)).toBeUndefined();
  });

  test('of the same words twice, those on the line are meant', () => {
    const twice = [...places, { lines: { first: 20, last: 20 }, text: 'Dos.' }];
    expect(findPlace(thread({ line: 20, quote: 'Dos.' }), twice)).toBe(3);
  });
});

test('a quotation ends with a word and finds its text again', () => {
  const text = `${'palabra '.repeat(60)}final`;
  const quote = toQuote(text);
  expect(quote.length).toBeLessThanOrEqual(241);
  expect(quote).toMatch(/palabra…$/u);
  expect(toQuote('x'.repeat(500))).toHaveLength(241);
  expect(toQuote(' corta \n y más ')).toBe('corta y más');
});
