import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GitHubApi } from '../../../src/admin/backend/github-api.ts';
import { toChangeKind } from '../../../src/review/index.ts';
import { branch, image, path, post, save, slug } from './entries.ts';
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

interface Listed {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly { name: string }[];
  readonly head: { ref: string };
}

async function listPulls(): Promise<Listed[]> {
  return (await ana.requestAllPages('/repos/gaceta/contenido/pulls')) as Listed[];
}

const kindOf = (pull: Listed | undefined): string | undefined =>
  toChangeKind(pull?.labels.map(({ name }) => name) ?? []);

const mainTip = (): Promise<string> => desk.newsroom.git.git('rev-parse', 'main');

describe('taking down what is published', () => {
  test('is a request in review, which the board can show', async () => {
    const before = await mainTip();
    await ana.deleteFiles([path]);
    expect(await mainTip()).toBe(before);
    const [pull] = await listPulls();
    expect(pull).toMatchObject({ title: 'Retirar del sitio: El agua', head: { ref: branch } });
    expect(pull?.labels.map(({ name }) => name)).toContain('gaceta/pending_review');
    expect(kindOf(pull)).toBe('remove');
    const shown = await ana.retrieveUnpublishedEntryData(`posts/${slug}`);
    expect(shown.status).toBe('pending_review');
    const [diff] = shown.diffs;
    expect(await ana.readFile(path, diff?.id ?? null, { repoURL: ana.originRepoURL })).toBe(post());
    await beto.publishUnpublishedEntry('posts', slug, { path, source: post() });
    expect(await desk.read('main', path)).toBeUndefined();
  });

  test('waits until a draft of it is published or discarded', async () => {
    await save(beto, post({ title: 'En obra' }), post());
    await expect(ana.deleteFiles([path])).rejects.toThrow('cambios sin publicar');
    expect(await desk.read(branch, path)).toContain('En obra');
  });

  test('stops edits meanwhile', async () => {
    await ana.deleteFiles([path]);
    await expect(save(beto, post({ title: 'De Beto' }), post())).rejects.toThrow('pidió retirar');
  });

  test('can be discarded; then the entry is edited as ever', async () => {
    await ana.deleteFiles([path]);
    await beto.deleteUnpublishedEntry('posts', slug);
    const edited = post({ title: 'Sigue' });
    await save(ana, edited, post());
    expect(await desk.read(branch, path)).toContain('Sigue');
  });
});

describe('another address', () => {
  test('is a request that moves the file and keeps the old address', async () => {
    const renamed = '2026-01-01-el-rio';
    expect(await ana.renameEntry('posts', slug, renamed)).toEqual({ slug: renamed });
    const [pull] = await listPulls();
    expect(pull).toMatchObject({
      title: 'Cambiar la dirección: El agua',
      head: { ref: `cms/posts/${renamed}` },
    });
    expect(kindOf(pull)).toBe('rename');
    const shown = await ana.retrieveUnpublishedEntryData(`posts/${renamed}`);
    expect(shown.diffs.map((diff) => diff.path)).toEqual([`src/content/posts/${renamed}.mdx`]);
    await beto.publishUnpublishedEntry('posts', renamed);
    expect(await desk.read('main', path)).toBeUndefined();
    expect(await desk.read('main', `src/content/posts/${renamed}.mdx`)).toContain(`- /articulos/${slug}/`);
  });

  test('an entry whose address is about to change is not edited at the old one', async () => {
    await ana.renameEntry('posts', slug, '2026-01-01-el-rio');
    await expect(save(beto, post({ title: 'De Beto' }), post())).rejects.toThrow('cambiar la dirección');
  });

  test.each([
    ['Con Mayúsculas y espacios', 'Usa solo letras'],
    ['../fuera', 'Usa solo letras'],
    [slug, 'Ya hay otro texto'],
  ])('%s is refused', async (wanted, reason) => {
    await expect(ana.renameEntry('posts', slug, wanted)).rejects.toThrow(reason);
  });
});

describe('files without an entry', () => {
  test('an upload is a request of its own', async () => {
    const before = await mainTip();
    await ana.addMedia(image('río 1.jpg'));
    expect(await mainTip()).toBe(before);
    const [pull] = await listPulls();
    expect(pull?.head.ref).toMatch(/^medios\/río-1\.jpg-[0-9a-f]{8}$/u);
    expect(kindOf(pull)).toBe('media-add');
    await beto.publishMediaPull(pull?.number ?? 0);
    expect(await desk.read('main', 'src/assets/images/posts/río 1.jpg')).toBe('río 1.jpg');
    expect(await listPulls()).toEqual([]);
  });

  test('so is deleting one; discarded, the file stays', async () => {
    await ana.deleteFiles(['src/assets/images/posts/a.jpg']);
    const [pull] = await listPulls();
    expect(kindOf(pull)).toBe('media-remove');
    await expect(ana.deleteFiles(['src/assets/images/posts/a.jpg'])).rejects.toThrow('Ya hay una petición');
    await beto.discardPull(pull?.number ?? 0);
    expect(await desk.read('main', 'src/assets/images/posts/a.jpg')).toBe('a');
    expect(await listPulls()).toEqual([]);
  });

  test('an upload never takes the place of a published one', async () => {
    await expect(ana.addMedia(image('a.jpg', 'otra'))).rejects.toThrow('mismo nombre');
  });
});

describe('earlier versions', () => {
  test('are those that were published, newest first, and come back by a request', async () => {
    const first = await save(ana, post({ title: 'Uno' }), post());
    await save(ana, post({ title: 'Dos' }), first.source);
    await beto.publishUnpublishedEntry('posts', slug);
    const versions = await ana.listVersions(path);
    expect(versions.map(({ author }) => author)).toEqual(['Ana Xol', 'Prueba']);
    await ana.restoreVersion('posts', slug, versions[1]?.sha ?? '');
    const [pull] = await listPulls();
    expect(pull?.title).toBe('Volver a una versión anterior: El agua');
    expect(kindOf(pull)).toBe('restore');
    await beto.publishUnpublishedEntry('posts', slug);
    expect(await desk.read('main', path)).toBe(post().replace(/\n$/u, ''));
  });

  test('come back with the image that was deleted since', async () => {
    const old = post({ body: '![x](/assets/images/posts/a.jpg)' });
    await desk.newsroom.git.commit('Con imagen', { [path]: old });
    await desk.newsroom.git.git('rm', '--quiet', 'src/assets/images/posts/a.jpg');
    await desk.newsroom.git.commit('Sin imagen', {
      [path]: post({ title: 'Sin' }).replace('a.jpg', 'b.jpg'),
    });
    const versions = await ana.listVersions(path);
    await ana.restoreVersion('posts', slug, versions[1]?.sha ?? '');
    expect(await desk.read(branch, 'src/assets/images/posts/a.jpg')).toBe('a');
  });

  test('the published version itself is refused', async () => {
    const [newest] = await ana.listVersions(path);
    await expect(ana.restoreVersion('posts', slug, newest?.sha ?? '')).rejects.toThrow(
      'igual a la publicada',
    );
  });
});

test('no request writes to main or forces a branch', async () => {
  await ana.deleteFiles([path]);
  await ana.addMedia(image('nueva.jpg'));
  const writes = desk.trace.filter(({ request }) => !request.startsWith('GET'));
  expect(
    writes.filter(({ request, body }) => /refs\/heads\/main|"force":\s*true/u.test(request + body)),
  ).toEqual([]);
});
