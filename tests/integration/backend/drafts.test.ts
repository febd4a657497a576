import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GitHubApi } from '../../../src/admin/backend/github-api.ts';
import type { AskAboutConflicts } from '../../../src/admin/backend/merge-texts.ts';
import { branch, entry, image, options, path, post, save, slug } from './entries.ts';
import { type BackendNewsroom, openBackend } from './newsroom.ts';

let desk: BackendNewsroom;
let ana: GitHubApi;
let beto: GitHubApi;

beforeEach(async () => {
  desk = await openBackend({ [path]: post(), 'src/assets/images/posts/a.jpg': 'a' });
  ana = await desk.signIn('ana');
  beto = await desk.signIn('beto');
});

afterEach(() => desk[Symbol.asyncDispose]());

const trimmed = (text: string): string => text.replace(/\n$/u, '');

describe('saving', () => {
  test('a first edit makes a branch, a pull request and its label', async () => {
    await save(ana, post({ title: 'El agua hoy' }), post());
    expect(await desk.read(branch, path)).toBe(trimmed(post({ title: 'El agua hoy' })));
    const [pull] = (await ana.request('/repos/gaceta/contenido/pulls')) as {
      body: string;
      labels: { name: string }[];
    }[];
    expect(pull?.labels.map(({ name }) => name)).toEqual(['gaceta/draft']);
    expect(pull?.body).toContain(`https://example.org/admin/#/collections/posts/entries/${slug}`);
    expect(await desk.read('main', path)).toBe(trimmed(post()));
  });

  test('a second editor who does not know of the draft keeps both edits', async () => {
    await save(ana, post({ title: 'El agua hoy' }), post());
    const stored = await save(beto, post({ description: 'Otra.' }), post());
    const both = post({ title: 'El agua hoy', description: 'Otra.' });
    expect(stored.source).toBe(both);
    expect(stored.author).toBe('Ana Xol');
    expect(await desk.read(branch, path)).toBe(trimmed(both));
  });

  test('two who edit different paragraphs at the same moment both keep theirs', async () => {
    await Promise.all([
      save(ana, post({ body: 'Uno, de Ana.\n\nDos.\n\nTres.' }), post()),
      save(beto, post({ body: 'Uno.\n\nDos.\n\nTres, de Beto.' }), post()),
    ]);
    expect(await desk.read(branch, path)).toBe(
      trimmed(post({ body: 'Uno, de Ana.\n\nDos.\n\nTres, de Beto.' })),
    );
  });

  test('what both changed is asked, and nothing is stored until it is decided', async () => {
    await save(ana, post({ title: 'De Ana' }), post());
    const before = await desk.newsroom.git.git('rev-parse', branch);
    const later = await desk.signIn('beto', { ask: () => Promise.resolve(undefined) });
    await expect(save(later, post({ title: 'De Beto' }), post())).rejects.toThrow('falta decidir');
    expect(await desk.newsroom.git.git('rev-parse', branch)).toBe(before);
    const mine: AskAboutConflicts = (conflicts) =>
      Promise.resolve(new Map(conflicts.map(({ id }) => [id, { choice: 'yours' as const }])));
    await save(await desk.signIn('beto', { ask: mine }), post({ title: 'De Beto' }), post());
    expect(await desk.read(branch, path)).toBe(trimmed(post({ title: 'De Beto' })));
  });

  test('main moves while a draft is open: both survive, in a merge that main can take', async () => {
    const first = await save(ana, post({ title: 'El agua hoy' }), post());
    await desk.newsroom.git.commit('Directo', { [path]: post({ description: 'De main.' }) });
    await save(ana, post({ title: 'El agua hoy', body: 'Uno.' }), first.source);
    expect(await desk.read(branch, path)).toBe(
      trimmed(post({ title: 'El agua hoy', description: 'De main.', body: 'Uno.' })),
    );
    expect(await desk.newsroom.git.git('rev-list', '--merges', '--count', branch)).toBe('1');
    await beto.publishUnpublishedEntry('posts', slug);
    expect(await desk.read('main', path)).toContain('De main.');
    expect(await desk.read('main', path)).toContain('El agua hoy');
  });

  test('a branch that moves between reading and writing is never overwritten', async () => {
    await save(ana, post({ title: 'Uno de Ana' }), post());
    let isFirst = true;
    desk.fail = async (request) => {
      if (isFirst && request.startsWith('PATCH /git/refs')) {
        isFirst = false;
        await save(
          ana,
          post({ title: 'Uno de Ana', description: 'Dos de Ana.' }),
          post({ title: 'Uno de Ana' }),
        );
      }
      return undefined;
    };
    await save(beto, post({ body: 'De Beto.' }), post());
    expect(await desk.read(branch, path)).toBe(
      trimmed(post({ title: 'Uno de Ana', description: 'Dos de Ana.', body: 'De Beto.' })),
    );
  });

  test('two new posts of the same name do not become one', async () => {
    await save(ana, post({ title: 'Nuevo de Ana' }), undefined).catch(() => undefined);
    const at = '2026-02-02-nuevo';
    await ana.saveEntry(entry(post({ title: 'De Ana' }), [], at), options(undefined));
    await expect(
      beto.saveEntry(entry(post({ title: 'De Beto' }), [], at), options(undefined)),
    ).rejects.toThrow('mismo título');
  });

  test('a draft published while its form is open: the next save is a new draft on top', async () => {
    const { source } = await save(ana, post({ title: 'Publicado' }), post());
    await beto.publishUnpublishedEntry('posts', slug);
    await save(ana, post({ title: 'Publicado', description: 'Después.' }), source);
    expect(await desk.read(branch, path)).toBe(
      trimmed(post({ title: 'Publicado', description: 'Después.' })),
    );
  });

  test('a draft discarded while its form is open: the next save brings all of the form', async () => {
    const { source } = await save(ana, post({ title: 'Descartado' }), post());
    await beto.deleteUnpublishedEntry('posts', slug);
    await save(ana, post({ title: 'Descartado', description: 'Después.' }), source);
    expect(await desk.read(branch, path)).toBe(
      trimmed(post({ title: 'Descartado', description: 'Después.' })),
    );
  });

  test('a lost answer does no harm: saving again stores the same once', async () => {
    desk.afterwards = (request) => (request.startsWith('POST /git/refs') ? 'drop' : undefined);
    await expect(save(ana, post({ title: 'Otra vez' }), post())).rejects.toMatchObject({ kind: 'network' });
    desk.afterwards = () => undefined;
    await save(ana, post({ title: 'Otra vez' }), post());
    expect(await desk.read(branch, path)).toBe(trimmed(post({ title: 'Otra vez' })));
    expect((await ana.requestAllPages('/repos/gaceta/contenido/pulls')).length).toBe(1);
  });

  test('an image stays while a text names it, and goes with the last one', async () => {
    const withImage = post({ body: '![x](/assets/images/posts/b.jpg)' });
    await ana.saveEntry(entry(withImage, [image('b.jpg')]), options(post()));
    await save(ana, withImage.replace('Sobre', 'Acerca de'), withImage);
    expect(await desk.read(branch, 'src/assets/images/posts/b.jpg')).toBe('b.jpg');
    await save(ana, post({ description: 'Sin imagen.' }), withImage.replace('Sobre', 'Acerca de'));
    expect(await desk.read(branch, 'src/assets/images/posts/b.jpg')).toBeUndefined();
  });
});

describe('publishing', () => {
  test('a draft in conflict with main is merged first, and asked about', async () => {
    await save(ana, post({ title: 'De Ana' }), post());
    await desk.newsroom.git.commit('Directo', { [path]: post({ title: 'De main' }) });
    const theirs: AskAboutConflicts = (conflicts) =>
      Promise.resolve(new Map(conflicts.map(({ id }) => [id, { choice: 'yours' as const }])));
    await expect(beto.publishUnpublishedEntry('posts', slug)).rejects.toThrow('falta decidir');
    await (await desk.signIn('beto', { ask: theirs })).publishUnpublishedEntry('posts', slug);
    expect(await desk.read('main', path)).toBe(trimmed(post({ title: 'De Ana' })));
    expect(await desk.read(branch, path)).toBeUndefined();
  });

  test('main can be merged into a draft without publishing it', async () => {
    await save(ana, post({ title: 'De Ana' }), post());
    await desk.newsroom.git.commit('Directo', { [path]: post({ description: 'De main.' }) });
    await beto.joinPull(1);
    expect(await desk.read(branch, path)).toBe(trimmed(post({ title: 'De Ana', description: 'De main.' })));
    expect(await desk.read('main', path)).not.toContain('De Ana');
  });

  test('publishes what the editor has seen and nothing else', async () => {
    const seen = await save(ana, post({ title: 'Visto' }), post());
    await save(ana, post({ title: 'No visto' }), seen.source);
    await expect(
      beto.publishUnpublishedEntry('posts', slug, { path, source: seen.source ?? '' }),
    ).rejects.toThrow('cambió este borrador');
    expect(await desk.read('main', path)).toBe(trimmed(post()));
  });

  test('an editor is told who may publish', async () => {
    await save(ana, post({ title: 'De Ana' }), post());
    await expect(ana.publishUnpublishedEntry('posts', slug)).rejects.toThrow('Solo una revisora');
    expect(await desk.read(branch, path)).toContain('De Ana');
  });

  test('nothing in all of this forces a branch or writes to main', async () => {
    await save(ana, post({ title: 'Uno' }), post());
    await save(beto, post({ description: 'Dos.' }), post());
    await beto.publishUnpublishedEntry('posts', slug);
    const writes = desk.trace.filter(({ request }) => !request.startsWith('GET'));
    expect(writes.filter(({ body }) => /"force":\s*true/u.test(body))).toEqual([]);
    expect(writes.filter(({ request, body }) => /refs\/heads\/main/u.test(request + body))).toEqual([]);
  });
});
