import { describe, expect, test } from 'vitest';
import { findPassage } from '../../../../src/admin/pull-request/find-passage.ts';
import type { Thread } from '../../../../src/browser/conversation/threads.ts';
import { readBody } from '../../../../src/review/report/index.ts';

const body = [
  '## Antes',
  '',
  'La reunión fue el [martes](https://example.org/x) en la **plaza**.',
  '',
  'Llegaron cien personas.',
].join('\n');

const thread = (changes: Partial<Thread>): Thread => ({
  id: 1,
  path: 'a.mdx',
  line: undefined,
  quote: undefined,
  said: [],
  ...changes,
});

/** In a file whose text begins at line 10. */
const stored = { blocks: readBody(body), bodyLine: 10 };

describe('the passage of a comment', () => {
  test('is the paragraph with the quoted words, however they are marked', () => {
    const quote = 'La reunión fue el martes en la…';
    expect(findPassage(thread({ quote }), readBody(body), stored)).toMatchObject({ position: 1 });
  });

  test('keeps its words when others come before it', () => {
    const longer = `Uno nuevo.\n\n${body}`;
    const found = findPassage(thread({ quote: 'Llegaron cien personas.' }), readBody(longer), stored);
    expect(found).toMatchObject({ position: 3, text: 'Llegaron cien personas.' });
  });

  test('is what stands at its line, when nothing is quoted', () => {
    const found = findPassage(thread({ line: 14 }), readBody(`Nuevo.\n\n${body}`), stored);
    expect(found).toMatchObject({ position: 3, text: 'Llegaron cien personas.' });
  });

  test('that is no paragraph is called what it is', () => {
    expect(findPassage(thread({ quote: 'Antes' }), readBody(body), stored)?.position).toBeUndefined();
  });

  test('is none when its words are gone, or it is about the whole file', () => {
    expect(findPassage(thread({ quote: 'Llegaron mil' }), readBody(body), stored)).toBeUndefined();
    expect(findPassage(thread({}), readBody(body), undefined)).toBeUndefined();
  });
});
