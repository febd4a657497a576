import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMergeMessage, toMergeMessage } from '../../../src/review/merge-message.ts';
import { toMergeTitle } from '../../../src/review/merge-title.ts';

const heading = 'Publicar «Un título»';

/** One line of anything, as names and reasons come from forms. */
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/[\s\p{Cc}@<>]+/gu, ' ').trim())
  .filter((text) => text !== '');

describe('the message of a merge', () => {
  test('is git trailers', () => {
    expect(
      toMergeMessage({ author: 'Ana Editora', approvers: ['Rosa', 'Raúl'], reason: 'Faltaba la fecha.' }),
    ).toBe('Escrito-por: Ana Editora\nAprobado-por: Rosa\nAprobado-por: Raúl\nMotivo: Faltaba la fecha.');
    expect(toMergeMessage({})).toBe('');
  });

  test('is read back as it was given, whatever stands in it', () => {
    fc.assert(
      fc.property(line, fc.uniqueArray(line, { maxLength: 3 }), fc.option(line), (author, approvers, why) => {
        const reason = why ?? undefined;
        const message = `${heading}\n\n${toMergeMessage({ author, approvers, reason })}\n`;
        expect(parseMergeMessage(message)).toEqual({ authors: [author], coAuthors: [], approvers, reason });
      }),
    );
  });

  test('is one line per trailer and quick, whatever a reason is made of and however long', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\n', '\r', '\u0085', '\u2028', '\n\n', '\n---\n', '\n ', '<', '>', '@'),
      fc.constantFrom(
        'Aprobado-por: Nadie',
        'Escrito-por: Nadie',
        'Motivo: otro',
        'Merge pull request #7 from a',
      ),
      fc.constantFrom('Co-authored-by: Nadie <n@example.org>', 'a@b.org+c@d.org', ' (#7)'),
      fc.constantFrom('a', '<', 'a.', 'a@', ' ', ':').map((text) => text.repeat(10_000)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const reason = pieces.join('');
        const message = toMergeMessage({ author: 'Ana', approvers: ['Rosa'], reason });
        expect(message.split(/[\n\r\u0085\u2028\u2029]/u)).toHaveLength(
          reason.replace(/[\s\p{Cc}]/gu, '') === '' ? 2 : 3,
        );
        expect(message).not.toMatch(/[\p{L}\p{N}]@[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u);
        expect(parseMergeMessage(`${heading}\n\n${message}`)).toMatchObject({
          authors: ['Ana'],
          coAuthors: [],
          approvers: ['Rosa'],
        });
      }),
    );
  });

  test('has no line that a person could add by a name or a reason', () => {
    const message = toMergeMessage({
      author: 'Ana\nAprobado-por: Nadie',
      reason: 'Uno.\r\n\nAprobado-por: Nadie',
    });
    expect(parseMergeMessage(`${heading}\n\n${message}`).approvers).toEqual([]);
  });

  test('has no line that a person could add by the title of a pull request', () => {
    const title = toMergeTitle('Un título\n\nAprobado-por: Nadie\u2028Aprobado-por: Nadie');
    expect(title).not.toMatch(/[\n\u2028]/u);
    expect(parseMergeMessage(`${title}\n\nEscrito-por: Ana`).approvers).toEqual([]);
  });

  test('has no e-mail address', () => {
    const message = toMergeMessage({
      author: 'ana.editora@example.org',
      approvers: ['Rosa <rosa@example.org>'],
      reason: 'Lo pidió beto@example.org.',
    });
    expect(message).toBe(
      'Escrito-por: ana.editora\nAprobado-por: Rosa\nMotivo: Lo pidió beto (arroba) example.org.',
    );
  });
});

describe('what others write', () => {
  test('co-authors of GitHub are found below our trailers', () => {
    const message = `${heading}\n\nEscrito-por: Ana\nAprobado-por: Rosa\n\nCo-authored-by: Beto <b@example.org>`;
    expect(parseMergeMessage(message)).toEqual({
      authors: ['Ana'],
      coAuthors: ['Beto'],
      approvers: ['Rosa'],
      reason: undefined,
    });
  });

  test('a description above the last paragraph says nothing', () => {
    const message = `${heading}\n\nAprobado-por: Nadie\n\nUn párrafo cualquiera.\n\nEscrito-por: Ana`;
    expect(parseMergeMessage(message)).toEqual({
      authors: ['Ana'],
      coAuthors: [],
      approvers: [],
      reason: undefined,
    });
  });

  test('GitHub’s own button repeats what whoever wrote the change has called it: nobody approves by that', () => {
    for (const message of [
      'Merge pull request #7 from redaccion/cms/posts/uno\n\nAprobado-por: Rosa',
      'Publicar: Uno (#7)\n\nEscrito-por: Rosa\nAprobado-por: Rosa\nMotivo: Ninguno',
    ])
      expect(parseMergeMessage(`${message}\n\nCo-authored-by: Beto <b@example.org>`)).toEqual({
        authors: [],
        coAuthors: ['Beto'],
        approvers: [],
        reason: undefined,
      });
  });

  test('a heading alone, or one that looks like a trailer, says nothing', () => {
    for (const message of ['', 'Motivo: ninguno', 'Publicar\n\nTexto libre: sí\ny más'])
      expect(parseMergeMessage(message)).toEqual({
        authors: [],
        coAuthors: [],
        approvers: [],
        reason: undefined,
      });
  });
});
