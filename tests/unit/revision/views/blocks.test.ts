import { describe, expect, test } from 'vitest';
import { toTargets } from '../../../../src/revision/views/block-text.ts';
import { toRows } from '../../../../src/revision/views/fold.ts';
import { findBlockMark, findFieldMark } from '../../../../src/revision/views/page-marks.ts';
import { toEntry, withBody } from './sample-pull.ts';

const paragraphs = Array.from({ length: 6 }, (_, index) => `Este es el párrafo número ${String(index + 1)}.`);

describe('what is folded away', () => {
  const { report } = toEntry(
    withBody(...paragraphs, '## Un título', 'Este cambia de verdad.', 'Este se queda.'),
    withBody(...paragraphs, '## Un título', 'Este cambia mucho, de verdad.', 'Este se queda.'),
  );

  test('several paragraphs without changes are one row; the heading over a change and a lone paragraph are shown', () => {
    const rows = toRows(report.body.blocks, () => false);
    expect(rows.map((row) => (row.kind === 'fold' ? row.blocks.length : row.block.kind))).toEqual([
      6,
      'kept',
      'changed',
      'kept',
    ]);
  });

  test('a paragraph that somebody commented is shown', () => {
    const rows = toRows(report.body.blocks, (index) => index === 3);
    expect(rows.map((row) => (row.kind === 'fold' ? row.blocks.length : row.index))).toEqual([
      3, 3, 2, 6, 7, 8,
    ]);
  });
});

describe('where a comment goes', () => {
  test('to the first line of its paragraph in the file; of what is gone, to the paragraph before it', () => {
    const entry = toEntry(
      withBody('Uno se queda\nen dos líneas.', 'Dos se va de aquí.', 'Tres se queda.'),
      withBody('Uno se queda\nen dos líneas.', 'Tres se queda.'),
    );
    const targets = toTargets(entry.report, entry.after, 'a.mdx');
    const lines = entry.after?.source.split('\n') ?? [];
    expect(targets.map(({ line }) => lines[line - 1])).toEqual([
      'Uno se queda',
      'en dos líneas.',
      'Tres se queda.',
    ]);
    expect(targets[1]?.quote).toBe('Dos se va de aquí.');
  });
});

describe('what is outlined on a page', () => {
  const { report } = toEntry(
    withBody('Uno se queda.', 'Dos se va.', 'Tres se queda aquí.', '- a\n- b'),
    withBody('Uno se queda.', 'Tres se queda aquí.', '- a\n- b\n- otro punto', 'Nuevo al final.'),
  );
  const { blocks } = report.body;

  test('a new paragraph is new, a kept one tells what was before it', () => {
    expect(findBlockMark(blocks, 'after', '9-9')).toMatchObject({ state: 'added' });
    expect(findBlockMark(blocks, 'after', '3-3')).toMatchObject({ state: 'kept', gone: 1 });
    expect(findBlockMark(blocks, 'before', '3-3')).toMatchObject({ state: 'removed' });
  });

  test('a list that is one element has changed when an item has', () => {
    expect(findBlockMark(blocks, 'after', '5-7')).toMatchObject({ state: 'added' });
    expect(findBlockMark(blocks, 'after', '5-5')).toMatchObject({ state: 'kept' });
  });

  test('lines that are no block of the body are not outlined', () => {
    expect(findBlockMark(blocks, 'after', '40-41')).toBeUndefined();
  });

  test('a changed caption is outlined where the cover is; a field that did not change is not', () => {
    const base = withBody('Texto.');
    const changed = toEntry(base, { ...base, imageCaption: 'Nuevo pie' }).report;
    expect(findFieldMark(changed, 'image')).toMatchObject({ field: 'imageCaption', state: 'changed' });
    expect(findFieldMark(changed, 'title')).toBeUndefined();
  });
});
