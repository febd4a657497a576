import { expect, test } from 'vitest';
import { AnswerError } from '../../../src/browser/reader.ts';
import { ApiError, readReason, toMessage } from '../../../src/revision/api-error.ts';

test.each([
  [0, /No hay conexión/u],
  [401, /sesión terminó/u],
  [403, /no puede hacer esto/u],
  [404, /ya no existe/u],
  [409, /al mismo tiempo/u],
  [422, /no aceptó/u],
  [502, /servidor falló/u],
])('an answer %i is told in Spanish, with what to do', (status, words) => {
  expect(new ApiError(status).message).toMatch(words);
  expect(toMessage(new AnswerError('/x', status))).toMatch(words);
});

test('a limit of requests is told as such, whatever its status', () => {
  expect(new ApiError(403, 'API rate limit exceeded').message).toMatch(/demasiadas peticiones/u);
});

test('what the server says is part of the message', () => {
  const body = JSON.stringify({
    message: 'Validation Failed',
    errors: [{ message: 'line must be part' }, 'x'],
  });
  expect(readReason(body)).toBe('Validation Failed: line must be part: x');
  expect(readReason('<html>')).toBe('');
});

test('a mistake of ours is not told as one of the network', () => {
  expect(() => toMessage(new RangeError('x'))).toThrow(RangeError);
});
