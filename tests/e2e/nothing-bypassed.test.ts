import { type Browser, expect, type Page, test } from '@playwright/test';
import {
  type ApiCall,
  type ApiTrace,
  findForcedUpdates,
  findWritesToMain,
  traceApi,
} from '../support/api-trace.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { takePhoto } from '../support/photo.ts';
import { expectLawful, openBoard, openDesk, openPost, publish } from './newsroom.ts';

const repo = '/repos/gaceta/contenido';
const call = (method: string, path: string, body?: unknown): ApiCall => ({ method, path, body, status: 200 });

test.describe('the laws', () => {
  const cases: readonly { what: string; call: ApiCall; main: boolean; forced?: boolean }[] = [
    { what: 'a question', call: call('GET', `${repo}/git/ref/heads/main`), main: false },
    { what: 'a blob', call: call('POST', `${repo}/git/blobs`, {}), main: false },
    { what: 'the merge of a pull request', call: call('PUT', `${repo}/pulls/7/merge`, {}), main: false },
    {
      what: 'a step of a draft',
      call: call('PATCH', `${repo}/git/refs/heads/cms/posts/main`, { sha: '1', force: false }),
      main: false,
    },
    {
      what: 'a forced step of a draft',
      call: call('PATCH', `${repo}/git/refs/heads/cms/posts/a`, { sha: '1', force: true }),
      main: false,
      forced: true,
    },
    { what: 'a step of main', call: call('PATCH', `${repo}/git/refs/heads/main`, { sha: '1' }), main: true },
    { what: 'main deleted', call: call('DELETE', `${repo}/git/refs/heads/main`), main: true },
    {
      what: 'main made anew',
      call: call('POST', `${repo}/git/refs`, { ref: 'refs/heads/main' }),
      main: true,
    },
    { what: 'a branch merged into main', call: call('POST', `${repo}/merges`, { base: 'main' }), main: true },
    { what: 'a file written without a branch', call: call('PUT', `${repo}/contents/a.mdx`, {}), main: true },
    { what: 'GraphQL', call: call('POST', '/graphql', { query: 'mutation …' }), main: true },
    { what: 'a call that nobody knows', call: call('POST', `${repo}/dispatches`, {}), main: true },
  ];
  for (const { what, call: one, main, forced = false } of cases) {
    test(`see ${what}`, () => {
      expect(findWritesToMain([one]).length > 0).toBe(main);
      expect(findForcedUpdates([one]).length > 0).toBe(forced);
    });
  }
});

test.describe('what stock Decap writes to main at once', () => {
  let newsroom: RunningNewsroom;
  let trace: ApiTrace;

  test.beforeAll(async () => {
    newsroom = await startNewsroom(await createContentRepository());
    trace = traceApi(`${newsroom.origin}/forge`);
  });

  test.afterEach(async () => {
    await expectLawful(trace, newsroom.contentRepo);
  });

  test.afterAll(async () => {
    await newsroom.stop();
  });

  const readMain = (): Promise<string> => git(newsroom.contentRepo, 'rev-parse', 'main');

  const listMain = (folder: string): Promise<string> =>
    git(newsroom.contentRepo, 'ls-tree', '--name-only', 'main', `${folder}/`);

  const listBranches = (prefix: string): Promise<string> =>
    git(newsroom.contentRepo, 'branch', '--list', `${prefix}*`, '--format=%(refname:short)');

  const open = (browser: Browser, name: string, slug: string): Promise<Page> =>
    openPost(browser, { origin: newsroom.origin, trace }, name, slug);

  /** Opens the board as the reviewer. */
  async function openReview(browser: Browser): Promise<Page> {
    const { page } = await openDesk(browser, newsroom.origin, 'Rosa Revisora', {}, trace);
    await openBoard(page);
    return page;
  }

  /** Publishes what a card of the board stands for. */
  async function publishCard(page: Page, name: RegExp): Promise<void> {
    await page.getByRole('link', { name }).click();
    await publish(page, { allowed: false });
  }

  test('taking down a post is a request; it stays until a reviewer publishes that', async ({ browser }) => {
    const slug = '2026-06-30-la-descripcion-dos-frases-que-invitan-a-leer';
    const main = await readMain();
    const ana = await open(browser, 'Ana Editora', slug);
    await ana.getByRole('button', { name: 'Eliminar del sitio' }).click();
    await expect.poll(() => listBranches('cms/')).toBe(`cms/posts/${slug}`);
    expect(await readMain()).toBe(main);

    const rosa = await openReview(browser);
    await publishCard(rosa, /Retirar del sitio: La descripción/u);
    await expect.poll(() => listMain('src/content/posts')).not.toContain(slug);
    await expect.poll(() => listBranches('cms/')).toBe('');
    for (const page of [ana, rosa]) await page.context().close();
  });

  test('an upload to the library is a request of its own', async ({ browser }) => {
    const main = await readMain();
    const { page: ana } = await openDesk(browser, newsroom.origin, 'Ana Editora', {}, trace);
    await ana.getByRole('button', { name: 'Imágenes' }).click();
    await ana
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({ name: 'plaza.jpg', mimeType: 'image/jpeg', buffer: await takePhoto() });
    await expect.poll(() => listBranches('medios/')).toMatch(/^medios\/plaza\.jpg-[0-9a-f]+$/u);
    expect(await readMain()).toBe(main);

    const rosa = await openReview(browser);
    await rosa.getByRole('button', { name: /^Publicar: .*plaza\.jpg/u }).click();
    await expect.poll(() => listMain('src/assets/images/posts')).toContain('plaza.jpg');
    await expect.poll(() => listBranches('medios/')).toBe('');
    for (const page of [ana, rosa]) await page.context().close();
  });

  test('deleting a file from the library is a request of its own', async ({ browser }) => {
    const main = await readMain();
    const { page: ana } = await openDesk(browser, newsroom.origin, 'Ana Editora', {}, trace);
    await ana.getByRole('button', { name: 'Imágenes' }).click();
    const library = ana.getByRole('dialog');
    await library.getByText('correccion.jpg').first().click();
    await library.getByRole('button', { name: 'Eliminar' }).click();
    await expect.poll(() => listBranches('medios/')).toContain('correccion.jpg');
    expect(await readMain()).toBe(main);

    const rosa = await openReview(browser);
    await rosa.getByRole('button', { name: /^Descartar: .*correccion\.jpg/u }).click();
    await expect.poll(() => listBranches('medios/')).toBe('');
    expect(await listMain('src/assets/images/posts')).toContain('correccion.jpg');
    for (const page of [ana, rosa]) await page.context().close();
  });

  test('a new address is a request; afterwards the old one leads to it', async ({ browser }) => {
    const slug = '2026-09-08-como-anunciar-un-evento-sin-confundir-la-fecha';
    const main = await readMain();
    const ana = await open(browser, 'Ana Editora', slug);
    await ana.getByRole('button', { name: 'Cambiar la dirección…' }).click();
    // The day stays.
    await ana.getByLabel('Nueva dirección').fill('anunciar-un-evento');
    await ana.getByRole('button', { name: 'Pedir el cambio' }).click();
    await expect.poll(() => listBranches('cms/')).toBe('cms/posts/2026-09-08-anunciar-un-evento');
    expect(await readMain()).toBe(main);

    const rosa = await openReview(browser);
    await publishCard(rosa, /Cambiar la dirección: Cómo anunciar un evento/u);
    await expect.poll(() => listMain('src/content/posts')).toContain('2026-09-08-anunciar-un-evento.mdx');
    expect(await listMain('src/content/posts')).not.toContain(slug);
    await expect
      .poll(
        async () => (await fetch(`${newsroom.origin}/articulos/${slug}/`, { redirect: 'manual' })).status,
        {
          timeout: 60_000,
        },
      )
      .toBe(301);
    const followed = await fetch(`${newsroom.origin}/articulos/${slug}/`);
    expect(new URL(followed.url).pathname).toBe('/articulos/2026-09-08-anunciar-un-evento/');
    expect(followed.status).toBe(200);
    for (const page of [ana, rosa]) await page.context().close();
  });

  test('going back to an earlier version is a request', async ({ browser }) => {
    const slug = '2026-10-06-como-proteger-los-datos-de-las-personas';
    const path = `src/content/posts/${slug}.mdx`;
    const first = await git(newsroom.contentRepo, 'show', `main:${path}`);
    const rosa = await open(browser, 'Rosa Revisora', slug);
    await rosa.getByLabel('Título').fill('Un título que nadie quería');
    await rosa.getByRole('button', { name: 'Guardar' }).click();
    await expect.poll(() => listBranches('cms/')).toBe(`cms/posts/${slug}`);
    await publish(rosa);
    await expect.poll(() => git(newsroom.contentRepo, 'show', `main:${path}`)).toContain('nadie quería');
    const main = await readMain();

    const ana = await open(browser, 'Ana Editora', slug);
    await ana.getByRole('button', { name: 'Versiones anteriores…' }).click();
    await ana.getByRole('button', { name: 'Volver a esta versión' }).last().click();
    await expect.poll(() => listBranches('cms/')).toBe(`cms/posts/${slug}`);
    expect(await readMain()).toBe(main);

    await openBoard(rosa);
    await publishCard(rosa, /Volver a una versión anterior: /u);
    await expect.poll(() => git(newsroom.contentRepo, 'show', `main:${path}`)).toBe(first);
    for (const page of [ana, rosa]) await page.context().close();
  });
});
