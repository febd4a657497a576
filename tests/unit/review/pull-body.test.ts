import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReason, toPullBody, withReason } from '../../../src/review/index.ts';

/** Descriptions as people and our own forms write them, without a reason. */
const bodies = fc
  .array(fc.constantFrom('Lo pide Ana.', '', '**Antes:** `a`', '- lista', '> cita', 'Motivo: ninguno'))
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)));
const reasons = fc
  .string({ minLength: 1, maxLength: 80 })
  .map((text) => text.replace(/\s+/gu, ' ').trim())
  .filter((text) => text !== '');

describe('the reason in a description', () => {
  test('is read back as it was given', () => {
    fc.assert(
      fc.property(bodies, reasons, (body, reason) => {
        expect(readReason(withReason(body, reason))).toBe(reason);
      }),
    );
  });

  test('takes the place of an earlier one', () => {
    fc.assert(
      fc.property(bodies, reasons, reasons, (body, first, second) => {
        expect(withReason(withReason(body, first), second)).toBe(withReason(body, second));
      }),
    );
  });

  test('leaves nothing behind when it is taken away', () => {
    fc.assert(
      fc.property(bodies, reasons, (body, reason) => {
        const left = withReason(withReason(body, reason), undefined);
        expect(left.trim()).toBe(body.trim());
        expect(readReason(left)).toBeUndefined();
      }),
    );
  });

  test('is one line, however it was typed', () => {
    expect(readReason(withReason('Texto', '  La fecha\n\n era otra. '))).toBe('La fecha era otra.');
    expect(withReason('Texto', ' \n ')).toBe('Texto');
  });

  test('is found where somebody edited the description on GitHub', () => {
    const body =
      'Lo pide Ana desde la redacción.\r\n\r\n**Motivo del cambio:** Era el 5 de mayo.\r\n\r\nMás.';
    expect(readReason(body)).toBe('Era el 5 de mayo.');
    expect(withReason(body, undefined)).toBe('Lo pide Ana desde la redacción.\r\n\r\nMás.');
  });

  test('of a description that is empty or missing is none', () => {
    expect(readReason(null)).toBeUndefined();
    expect(readReason('**Motivo del cambio:**  ')).toBeUndefined();
    expect(withReason(null, 'Faltaba un nombre.')).toBe('**Motivo del cambio:** Faltaba un nombre.');
  });
});

test('a description says who asks, what for and where the form is', () => {
  expect(
    toPullBody({
      author: 'Ana Editora',
      lines: ['Una nota'],
      link: 'http://localhost/admin/#/x',
      reason: 'Una errata.',
    }),
  ).toBe(
    'Lo pide Ana Editora desde la redacción.\n\nUna nota\n\n[Abrir en la redacción](http://localhost/admin/#/x)\n\n**Motivo del cambio:** Una errata.',
  );
});
