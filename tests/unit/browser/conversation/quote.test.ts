import { describe, expect, test } from 'vitest';
import { readQuote, withQuote } from '../../../../src/browser/conversation/quote.ts';

describe('readQuote', () => {
  test('finds what withQuote wrote, over several lines', () => {
    const quote = 'Primera línea\n\n> una cita';
    expect(readQuote(withQuote(quote, 'Otra cosa.\n\n> no es parte'))).toEqual({
      quote,
      text: 'Otra cosa.\n\n> no es parte',
    });
  });

  test('a comment without a quotation, or with nothing else, is its text', () => {
    expect(readQuote('Bien.\n\n> a')).toEqual({ text: 'Bien.\n\n> a' });
    expect(readQuote('> solo la cita')).toEqual({ text: '> solo la cita' });
  });
});
