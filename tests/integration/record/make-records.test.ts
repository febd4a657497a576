import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeRecords, type Made } from '../../../src/record/make-records.ts';
import { readIndex, readRecord } from '../../../src/record/store.ts';
import type { PostRecord } from '../../../src/record/types.ts';
import { toMergeMessage } from '../../../src/review/index.ts';
import { settings, toPost } from '../site/site.ts';
import { createStory, type StoryRepository } from './story.ts';

const folder = 'src/content/posts';
const uno = `${folder}/2026-03-04-uno.mdx`;
const people = { author: 'Ana Editora', merger: 'Rosa Revisora' };
const body = 'La municipalidad publicó el presupuesto.\n\nSon tres obras en la ciudad.\n\nNadie más lo sabe.';

let story: StoryRepository;
let dir: string;

beforeEach(async () => {
  story = await createStory({ 'src/content/site.yml': settings });
  dir = await mkdtemp(path.join(tmpdir(), 'gaceta-record-'));
});

afterEach(async () => {
  await story.remove();
  await rm(dir, { recursive: true, force: true });
});

const make = (): Promise<Made> =>
  makeRecords({
    repository: story.path,
    revision: 'refs/heads/main',
    dir,
    now: Date.parse('2027-01-01T00:00:00Z'),
  });

async function read(id: string): Promise<PostRecord | undefined> {
  await make();
  return (await readIndex(dir))[id]?.summary === undefined ? undefined : readRecord(dir, id);
}

const write = (text: string, file = uno, values = {}): Record<string, string> => ({
  [file]: toPost(values, text),
});

describe('who stands behind a change', () => {
  test('is what the trailers of its merge say, and why', async () => {
    await story.publish('2026-03-05T05:00:00Z', 'Primero', write(body));
    const message = toMergeMessage({
      author: 'ana',
      approvers: ['rosa', 'raul'],
      reason: 'El dato era viejo.',
    });
    await story.merge(
      '2026-04-01T15:00:00Z',
      { ...people, message: `Publicar\n\n${message}` },
      write(body.replace('tres', 'cuatro')),
    );
    expect((await read('2026-03-04-uno'))?.changes).toMatchObject([
      { authors: ['ana'], approvers: ['rosa', 'raul'], publishers: [], reasons: ['El dato era viejo.'] },
    ]);
  });

  test('is what git knows where a merge says nothing: its commits, their co-authors, and who merged', async () => {
    await story.publish('2026-03-05T05:00:00Z', 'Primero', write(body));
    await story.merge(
      '2026-04-01T15:00:00Z',
      { ...people, message: 'Merge pull request #7' },
      write(body.replace('tres', 'cuatro')),
    );
    const squashed = 'Publicar (#8)\n\nCo-authored-by: Dora <dora@example.org>';
    await story.publish('2026-05-01T15:00:00Z', squashed, write(body.replace('tres', 'cinco')));
    expect((await read('2026-03-04-uno'))?.changes).toMatchObject([
      { authors: ['Beto Editor', 'Dora'], publishers: [] },
      { authors: ['Ana Editora'], approvers: [], publishers: ['Rosa Revisora'] },
    ]);
  });
});

describe('the history of a post', () => {
  test('goes on under another address', async () => {
    await story.publish('2026-03-05T05:00:00Z', 'Primero', write(body));
    const renamed = `${folder}/2026-03-04-otro.mdx`;
    await story.publish('2026-04-01T15:00:00Z', 'Nueva dirección', {
      [uno]: undefined,
      ...write(body, renamed, { aliases: '\n  - /articulos/2026-03-04-uno' }),
    });
    expect(await read('2026-03-04-otro')).toBeUndefined();
    await story.publish('2026-04-03T15:00:00Z', 'Cambio', write(body.replace('tres', 'cuatro'), renamed));
    expect((await read('2026-03-04-otro'))?.changes).toHaveLength(1);
    await story.publish('2026-04-05T15:00:00Z', 'Otra vez', { [renamed]: undefined, ...write(body) });
    expect((await read('2026-03-04-uno'))?.changes).toHaveLength(2);
  });

  test('leaves out versions that no build could show', async () => {
    await story.publish('2026-03-05T05:00:00Z', 'Primero', write(body));
    await story.publish('2026-04-01T15:00:00Z', 'Roto', { [uno]: 'Sin encabezado.\n' });
    await story.publish('2026-04-03T15:00:00Z', 'Reparado', write(body));
    expect(await read('2026-03-04-uno')).toBeUndefined();
  });
});

describe('a build after another', () => {
  test('draws only what is new', async () => {
    const dos = `${folder}/2026-03-05-dos.mdx`;
    await story.publish('2026-03-05T05:00:00Z', 'Primero', { ...write(body), ...write(body, dos) });
    await story.publish('2026-04-01T15:00:00Z', 'Cambio', {
      ...write(body.replace('tres', 'cuatro')),
      ...write('Otro texto.', dos),
    });
    expect(await make()).toEqual({ records: 2, made: 2, isShallow: false });
    expect(await make()).toEqual({ records: 2, made: 0, isShallow: false });
    const before = await readIndex(dir);
    await story.publish('2026-05-01T15:00:00Z', 'Cambio', write('Un texto nuevo.', dos));
    expect(await make()).toEqual({ records: 2, made: 1, isShallow: false });
    expect((await readIndex(dir))['2026-03-04-uno']).toEqual(before['2026-03-04-uno']);
  });

  test('begins anew where main was written anew', async () => {
    await story.publish('2026-03-05T05:00:00Z', 'Primero', write(body));
    await story.publish('2026-04-01T15:00:00Z', 'Cambio', write('Un error.'));
    expect((await make()).records).toBe(1);
    await story.git('reset', '-q', '--hard', 'HEAD~1');
    await story.publish('2026-04-02T15:00:00Z', 'Otro', write(body, `${folder}/2026-03-05-dos.mdx`));
    expect((await make()).records).toBe(0);
  });

  test('draws nothing from a part of the history', async () => {
    await story.publish('2026-03-05T05:00:00Z', 'Primero', write(body));
    await story.publish('2026-04-01T15:00:00Z', 'Cambio', write('Otra cosa.'));
    const clone = path.join(dir, 'clone');
    await story.git('clone', '-q', '--depth=1', `file://${story.path}`, clone);
    const made = await makeRecords({ repository: clone, revision: 'refs/heads/main', dir, now: Date.now() });
    expect(made).toEqual({ records: 0, made: 0, isShallow: true });
  });
});
