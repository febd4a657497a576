import { expect, test } from 'vitest';
import { toPlaces } from '../../../../src/admin/pull-request/board.ts';
import { toFacts } from './facts.ts';

const pull = (ref: string, ...labels: string[]): ReturnType<typeof toFacts>['pull'] =>
  toFacts({ pull: { head: { ref, sha: 'a'.repeat(40) }, labels: labels.map((name) => ({ name })) } }).pull;

test('where the cards belong is told in one order, and files without a text have no card', () => {
  const places = toPlaces([
    pull('cms/posts/b', 'tipo: retirar', 'gaceta/pending_review'),
    pull('medios/foto-abc1234', 'tipo: subir archivos'),
    pull('cms/pages/a', 'gaceta/draft'),
    // Its label has gone.
    pull('cms/posts/a'),
  ]);
  expect(places.split('\n')).toEqual([
    'cms/pages/a draft',
    'cms/posts/a draft',
    'cms/posts/b pending_review',
  ]);
});
