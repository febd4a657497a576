import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinBlocks, splitBlocks } from '../../../src/review/blocks.ts';
import { bodies, runs } from '../content-schema/markdown.ts';

describe('paragraphs of a body', () => {
  test.each([
    ['paragraphs', 'Uno.\n\nDos,\nsigue.\n \n\nTres.', ['Uno.', 'Dos,\nsigue.', 'Tres.']],
    ['a heading', '## Uno\n\nDos.', ['## Uno', 'Dos.']],
    ['fenced code', 'a\n\n```\n\nx\n\n```\n\nb', ['a', '```\n\nx\n\n```', 'b']],
    ['code that is not closed', 'a\n\n~~~\n\nb\n\nc', ['a', '~~~\n\nb\n\nc']],
    ['a list with air in it', 'a\n\n- b\n\n  c\n\n- d\n\ne', ['a', '- b\n\n  c\n\n- d', 'e']],
    ['two lists', '- a\n\n1. b', ['- a', '1. b']],
    ['a table', '| a |\n| - |\n| b |\n\nc', ['| a |\n| - |\n| b |', 'c']],
    ['a note of several paragraphs', 'a[^1]\n\n[^1]: b\n\n    c\n\nd', ['a[^1]', '[^1]: b\n\n    c', 'd']],
    ['what is indented', 'a\n\n    b\n\n    c', ['a', '    b', '    c']],
    [
      'components',
      'a\n\n<Callout type="dato">\n\nb\n\nc\n\n</Callout>\n\n<Video url="https://a.b" title="c" />\n\nd',
      ['a', '<Callout type="dato">\n\nb\n\nc\n\n</Callout>', '<Video url="https://a.b" title="c" />', 'd'],
    ],
    ['a tag that is not closed', '<Callout>\n\na', ['<Callout>', 'a']],
    ['blank lines around', '\n\na\n\n', ['a']],
    ['nothing', '\n \n', []],
  ])('%s', (_, body, blocks) => {
    expect(splitBlocks(body)).toEqual(blocks);
  });

  test('of any text, nothing but blank lines is lost', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(splitBlocks(body).join('').replace(/\s/gu, '')).toBe(body.replace(/\s/gu, ''));
      }),
      runs(200),
    );
  });

  test('put together, they are the same paragraphs', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const blocks = splitBlocks(body);
        expect(splitBlocks(joinBlocks(blocks))).toEqual(blocks);
      }),
      runs(200),
    );
  });
});
