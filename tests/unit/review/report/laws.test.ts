import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections } from '../../../../content-schema/index.ts';
import {
  applyBody,
  type EntryReport,
  isUnchanged,
  readBody,
  reportEntry,
  toNewText,
  toOldText,
} from '../../../../src/review/report/index.ts';
import { toParts } from '../../../../src/review/report/describe-body.ts';
import { readMarkdown } from '../../../../src/review/report/read-markdown.ts';
import { runs } from '../../content-schema/markdown.ts';

const sentences = fc.constantFrom(
  'Abre el sábado a las ocho.',
  'Abre el domingo a las nueve.',
  'Nadie sabe cuándo terminará la obra del puente.',
  'La alcaldía no dijo cuándo terminará la obra.',
  'El Dr. Pérez y la Licda. Gómez firmaron.',
  'Sí.',
  '¿Y ahora qué?',
  '**Importante**: lleva *agua*.',
  'Más en [la página](https://example.org/a).',
  'Más en [la página](https://example.org/b).',
);

const blocks = fc.oneof(
  { weight: 4, arbitrary: fc.array(sentences, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '## Qué sigue',
      '- Uno.\n- Dos.\n  - Tres.',
      '- Uno. Dos. Tres.',
      '1. Abre el sábado a las ocho.',
      '> Abre el sábado a las ocho.',
      '| a | b |\n| - | - |\n| c | d |',
      '```\nuno\ndos\n```',
      '---',
      '![Una calle](/assets/images/posts/a.png)',
      '<Figure image="/assets/images/posts/b.png" alt="b" caption="La plaza. De noche." />',
      '<Video url="https://www.youtube.com/watch?v=a" title="El acto" />',
      '<Callout type="dato">\n\nSí.\n\n</Callout>',
      '{x} <b>',
      'uno\\\ndos',
    ),
  },
);

const bodies = fc.array(blocks, { maxLength: 7 }).map((list) => list.join('\n\n'));
const texts = (body: string): string[] => readBody(body).map((block) => block.sentences.join(' '));
const compare = (before: string, after: string): EntryReport => {
  const [old, now] = [before, after].map((body) => ({ id: 'a', path: 'a.mdx', values: { body } }));
  return reportEntry(collections.posts, old, now);
};

/** What each kind of change says, whatever the order. */
const toEssence = ({ body, links, images, embeds }: EntryReport, isTurned: boolean): unknown => {
  const names = isTurned
    ? { added: 'removed', removed: 'added', movedHere: 'movedAway', movedAway: 'movedHere' }
    : {};
  const name = (kind: string): string => new Map(Object.entries(names)).get(kind) ?? kind;
  const list = body.blocks
    .filter(({ kind }) => kind !== 'moved' && kind !== 'movedAway')
    .map((block) => [
      name(block.kind),
      block.sentences
        .map((sentence) => {
          const sides = [toOldText(sentence), toNewText(sentence)];
          return [name(sentence.kind), ...(isTurned ? sides.reverse() : sides)];
        })
        .map((sentence) => JSON.stringify(sentence))
        .sort(),
    ]);
  const items = [links, images, embeds].map((changes) => changes.map(({ kind }) => name(kind)).sort());
  const moved = body.blocks
    .filter(({ kind }) => kind === 'moved')
    .map(({ before, after }) => [before, after]);
  return [
    list.map((entry) => JSON.stringify(entry)).sort(),
    items,
    moved
      .map((pair) => JSON.stringify((isTurned ? pair.reverse() : pair).map((place) => place?.index)))
      .sort(),
  ];
};

describe('the report of any two texts', { timeout: 60_000 }, () => {
  const check = (law: (before: string, after: string) => void, count = 40): void =>
    fc.assert(fc.property(bodies, bodies, law), runs(count));

  test('applied to the old text gives the new text', () => {
    check((before, after) => {
      expect(applyBody(compare(before, after).body, texts(before))).toEqual(texts(after));
    });
  });

  test('is empty for the same text', () => {
    check((body) => {
      const report = compare(body, body);
      expect(isUnchanged(report)).toBe(true);
      expect(report.size.changed).toBe(0);
    });
  });

  test('has every sentence of both sides once', () => {
    check((before, after) => {
      const { blocks: changes } = compare(before, after).body;
      const olds = changes.filter(({ kind }) => kind !== 'moved').flatMap((change) => change.sentences);
      const news = changes.filter(({ kind }) => kind !== 'movedAway').flatMap((change) => change.sentences);
      const sort = (list: readonly string[]): string[] => list.join(' ').split(' ').filter(Boolean).sort();
      expect(sort(olds.flatMap((one) => toOldText(one) ?? []))).toEqual(sort(texts(before)));
      expect(sort(news.flatMap((one) => toNewText(one) ?? []))).toEqual(sort(texts(after)));
    });
  });

  test('shown in a row, the text of a block reads as that of either version', () => {
    check((before, after) => {
      for (const { sentences } of compare(before, after).body.blocks) {
        const side = (without: string): string =>
          toParts(sentences)
            .flatMap(({ kind, text }) => (kind === without ? [] : text))
            .join('')
            .trim();
        expect(side('added')).toBe(
          sentences
            .flatMap((one) => toOldText(one) ?? [])
            .join(' ')
            .trim(),
        );
        expect(side('removed')).toBe(
          sentences
            .flatMap((one) => toNewText(one) ?? [])
            .join(' ')
            .trim(),
        );
      }
    });
  });

  test('is the same the other way round, with added for removed', () => {
    check((before, after) => {
      expect(toEssence(compare(after, before), true)).toEqual(toEssence(compare(before, after), false));
    });
  });

  test('a moved sentence names the block in which its other side stands', () => {
    check((before, after) => {
      const { blocks: changes } = compare(before, after).body;
      for (const { sentences: list } of changes) {
        for (const { kind, parts, other } of list.filter((one) => one.other !== undefined)) {
          const opposite = kind === 'movedHere' ? 'movedAway' : 'movedHere';
          const text = parts.map((part) => part.text).join('');
          const found = changes[other ?? -1]?.sentences.some(
            (one) => one.kind === opposite && one.parts.map((part) => part.text).join('') === text,
          );
          expect(found).toBe(true);
        }
      }
    });
  });
});

test('a text that is read in passages is what it is as a whole', () => {
  const markdown = bodies.filter((body) => !/^<[A-Z]/mu.test(body));
  fc.assert(
    fc.property(markdown, (body) => {
      expect(readBody(body)).toEqual(readMarkdown(body));
    }),
    runs(40),
  );
});
