import { chromium, type Browser, type Page } from '@playwright/test';
import { z } from 'zod';
import { chromiumArguments, findChromium } from '../../src/audit/chromium.ts';
import { type ApiTrace, findForcedUpdates, findWritesToMain, traceApi } from './api-trace.ts';
import { mergePull, saveDraft, signIn } from './github.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from './newsroom.ts';
import { takePhoto } from './photo.ts';
import { buildStockDecap, openStockDesk, type StockDesk } from './stock-decap.ts';

// `node tests/support/stock-decap-table.ts`: does with stock Decap, on our forge, what issue 5 says loses work or
// slips past review, and prints what happened. The forge refuses writes to main; a repository on GitHub without
// rules does not, and the windows here answer for it (see `allowMain`). With a word, only the rows that have it.

interface Stage {
  readonly newsroom: RunningNewsroom;
  /** Opens a window of stock Decap whose calls are traced. */
  open(login: string): Promise<StockDesk>;
  readonly trace: ApiTrace;
}

interface Row {
  readonly what: string;
  /** Does it, and tells what was seen. */
  readonly see: (stage: Stage) => Promise<string>;
}

const toPath = (slug: string): string => `src/content/posts/${slug}.mdx`;
const toHash = (slug: string): string => `/admin/#/collections/posts/entries/${slug}`;

async function openEntry({ page }: StockDesk, origin: string, slug: string): Promise<Page> {
  await page.goto(`${origin}${toHash(slug)}`);
  await page.getByLabel('Título').waitFor();
  return page;
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Changes saved').first().waitFor();
  await page.getByText('Entry saved').first().waitFor();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Status/u }).click();
  await page.getByRole('menuitem', { name: 'Ready' }).click();
  await page.getByRole('button', { name: 'Status: Ready' }).waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Publish now' }).click();
}

/** Publishes a change of one sentence as somebody else does: by a pull request. */
async function moveMain({ newsroom }: Stage, slug: string, from: string, to: string): Promise<void> {
  const path = toPath(slug);
  const text = `${await git(newsroom.contentRepo, 'show', `main:${path}`)}\n`;
  if (!text.includes(from)) throw new Error(`${slug} does not say «${from}».`);
  const beto = await signIn(newsroom.origin, 'beto');
  const pull = await saveDraft(beto, `otro/${slug}`, [{ path, content: text.replace(from, to) }]);
  const rosa = await signIn(newsroom.origin, 'rosa');
  await rosa.request('PUT', `/issues/${String(pull.number)}/labels`, z.unknown(), { labels: [] });
  await mergePull(rosa, pull.number, pull.head.sha);
}

const show = ({ newsroom }: Stage, revision: string, slug: string): Promise<string> =>
  git(newsroom.contentRepo, 'show', `${revision}:${toPath(slug)}`);

const readMain = ({ newsroom }: Stage): Promise<string> => git(newsroom.contentRepo, 'rev-parse', 'main');

/** Waits until main has moved; false when it has not after a while. */
async function movedFrom(stage: Stage, main: string): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    if ((await readMain(stage)) !== main) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

const isMerge = async ({ newsroom }: Stage): Promise<boolean> =>
  (await git(newsroom.contentRepo, 'log', '-1', '--format=%P', 'main')).includes(' ');

const rows: readonly Row[] = [
  {
    what: 'publishing a draft that conflicts with main',
    async see(stage) {
      const slug = '2026-03-04-como-escribir-un-titular-que-se-entienda';
      const { origin } = stage.newsroom;
      const ana = await openEntry(await stage.open('ana'), origin, slug);
      await ana.getByLabel('Título').fill('Titulares: la versión de Ana');
      await save(ana);
      await moveMain(
        stage,
        slug,
        'title: Cómo escribir un titular que se entienda',
        'title: El titular de Beto',
      );
      const main = await readMain(stage);
      const rosa = await openEntry(await stage.open('rosa'), origin, slug);
      await publish(rosa);
      const moved = await movedFrom(stage, main);
      const text = await show(stage, 'main', slug);
      return [
        moved
          ? `main moved, ${(await isMerge(stage)) ? 'by a merge' : 'without a merge'}`
          : 'main did not move',
        text.includes('El titular de Beto')
          ? 'the published title stays'
          : 'the published title of Beto is gone, nobody was asked',
      ].join('; ');
    },
  },
  {
    what: 'saving an open draft again after main has moved',
    async see(stage) {
      const slug = '2026-05-12-como-citar-a-tus-fuentes';
      const { origin } = stage.newsroom;
      const ana = await openEntry(await stage.open('ana'), origin, slug);
      await ana.getByLabel('Título').fill('Citar fuentes: la versión de Ana');
      await save(ana);
      const description =
        /^description: (?<text>.*)$/mu.exec(await show(stage, 'main', slug))?.groups?.['text'] ?? '';
      await moveMain(stage, slug, description, 'Lo que Beto publicó mientras tanto.');
      await ana.getByLabel('Pie de foto').fill('Un pie de Ana.');
      await save(ana);
      const rosa = await openEntry(await stage.open('rosa'), origin, slug);
      const main = await readMain(stage);
      await publish(rosa);
      await movedFrom(stage, main);
      const text = await show(stage, 'main', slug);
      return [
        `published ${(await isMerge(stage)) ? 'by a clean merge' : 'without a merge'}`,
        text.includes('Lo que Beto publicó mientras tanto.')
          ? 'the published change stays'
          : 'what Beto had published is gone from main, nobody was asked',
      ].join('; ');
    },
  },
  {
    what: 'deleting a published entry',
    async see(stage) {
      const slug = '2026-06-30-la-descripcion-dos-frases-que-invitan-a-leer';
      const main = await readMain(stage);
      const ana = await openEntry(await stage.open('ana'), stage.newsroom.origin, slug);
      await ana.getByRole('button', { name: 'Delete published entry' }).click();
      return (await movedFrom(stage, main))
        ? `gone from main at once, by an editor, ${(await isMerge(stage)) ? 'by a merge' : 'by a plain commit; no pull request'}`
        : 'main did not move';
    },
  },
  {
    what: 'uploading a file outside an entry',
    async see(stage) {
      const main = await readMain(stage);
      const { page } = await stage.open('ana');
      await page.getByRole('button', { name: 'Media' }).click();
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'plaza.jpg', mimeType: 'image/jpeg', buffer: await takePhoto() });
      return (await movedFrom(stage, main))
        ? 'on main at once, by a plain commit; no pull request'
        : 'main did not move';
    },
  },
  {
    what: 'deleting a file from the library',
    async see(stage) {
      const main = await readMain(stage);
      const { page } = await stage.open('ana');
      await page.getByRole('button', { name: 'Media' }).click();
      await page.getByText('correccion.jpg').first().click();
      await page.getByRole('button', { name: /^Delete/u }).click();
      return (await movedFrom(stage, main))
        ? 'gone from main at once, though a post shows it; no pull request'
        : 'main did not move';
    },
  },
  {
    what: 'reloading with an unsaved text',
    async see(stage) {
      const slug = '2026-07-21-enlaces-que-dicen-a-donde-van';
      const desk = await stage.open('ana');
      const page = await openEntry(desk, stage.newsroom.origin, slug);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      await page.getByLabel('Título').fill('A media frase');
      await page.waitForTimeout(4000);
      const seen: string[] = [];
      for (const time of ['first', 'second']) {
        dialogs.length = 0;
        await page.reload();
        await page.getByLabel('Título').waitFor();
        await page.waitForTimeout(5000);
        const offered = dialogs.some((message) => message.includes('local backup'));
        const there = (await page.getByLabel('Título').inputValue()) === 'A media frase';
        seen.push(
          `${time} reload: ${offered ? 'offered' : 'not offered'}, text ${there ? 'there' : 'not there'}`,
        );
      }
      return seen.join('; ');
    },
  },
  {
    what: 'declining the backup once, then reloading',
    async see(stage) {
      const slug = '2026-08-13-como-usar-las-etiquetas-sin-perderse';
      const { page } = await stage.open('ana');
      await openEntry({ page, context: page.context() }, stage.newsroom.origin, slug);
      await page.getByLabel('Título').fill('A media frase');
      await page.waitForTimeout(4000);
      page.removeAllListeners('dialog');
      page.on('dialog', (dialog) => void (dialog.type() === 'confirm' ? dialog.dismiss() : dialog.accept()));
      await page.reload();
      await page.getByLabel('Título').waitFor();
      await page.waitForTimeout(4000);
      let offered = false;
      page.on('dialog', (dialog) => (offered ||= dialog.message().includes('local backup')));
      await page.reload();
      await page.getByLabel('Título').waitFor();
      await page.waitForTimeout(4000);
      return offered ? 'offered again' : 'never offered again: the text is gone';
    },
  },
  {
    what: 'two people open a published entry; both save',
    async see(stage) {
      const slug = '2026-09-08-como-anunciar-un-evento-sin-confundir-la-fecha';
      const { origin } = stage.newsroom;
      const ana = await openEntry(await stage.open('ana'), origin, slug);
      const beto = await openEntry(await stage.open('beto'), origin, slug);
      await ana.getByLabel('Título').fill('El título de Ana');
      await save(ana);
      await beto.getByLabel('Pie de foto').fill('El pie de Beto.');
      await beto.getByRole('button', { name: 'Save', exact: true }).click();
      await beto.waitForTimeout(6000);
      const text = await show(stage, `cms/posts/${slug}`, slug);
      return [
        `draft has the title of Ana: ${yes(text.includes('El título de Ana'))}`,
        `the caption of Beto: ${yes(text.includes('El pie de Beto.'))}`,
        `Beto was told: ${await readToast(beto)}`,
      ].join('; ');
    },
  },
  {
    what: 'two people have the same draft open; both save',
    async see(stage) {
      const slug = '2026-10-06-como-proteger-los-datos-de-las-personas';
      const { origin } = stage.newsroom;
      const ana = await openEntry(await stage.open('ana'), origin, slug);
      await ana.getByLabel('Título').fill('El título de Ana');
      await save(ana);
      const beto = await openEntry(await stage.open('beto'), origin, slug);
      const warned = await beto.getByText(/\bana\b/iu).count();
      await beto.getByLabel('Pie de foto').fill('El pie de Beto.');
      await save(beto);
      await ana.getByLabel('Descripción').fill('La descripción de Ana.');
      await save(ana);
      const text = await show(stage, `cms/posts/${slug}`, slug);
      return [
        `Beto saw that Ana works on it: ${yes(warned > 0)}`,
        `draft has the description of Ana: ${yes(text.includes('La descripción de Ana.'))}`,
        `the caption of Beto: ${yes(text.includes('El pie de Beto.'))}`,
      ].join('; ');
    },
  },
  {
    what: 'the token is revoked while somebody writes',
    async see(stage) {
      const slug = '2026-11-03-lista-para-antes-de-enviar-a-revision';
      const desk = await stage.open('ana');
      const page = await openEntry(desk, stage.newsroom.origin, slug);
      await page.getByLabel('Título').fill('A media frase');
      await desk.context.route('**/forge/**', (route) =>
        route.fulfill({
          status: 401,
          contentType: 'application/json',
          body: '{"message":"Bad credentials"}',
        }),
      );
      const start = Date.now();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page
        .getByText(/Failed|Bad credentials|credentials/iu)
        .first()
        .waitFor({ timeout: 90_000 })
        .catch(() => undefined);
      const took = Math.round((Date.now() - start) / 1000);
      const inForm = await page.getByLabel('Título').count();
      return `after ${String(took)} s told: ${await readToast(page)}; form ${inForm > 0 ? 'still open' : 'closed'}`;
    },
  },
  {
    what: 'saving without a network',
    async see(stage) {
      const slug = '2026-04-16-que-es-una-correccion-y-como-la-publicamos';
      const desk = await stage.open('ana');
      const page = await openEntry(desk, stage.newsroom.origin, slug);
      await page.getByLabel('Título').fill('A media frase');
      await desk.context.setOffline(true);
      const start = Date.now();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page
        .getByText(/Failed/iu)
        .first()
        .waitFor({ timeout: 90_000 })
        .catch(() => undefined);
      const took = Math.round((Date.now() - start) / 1000);
      const told = await readToast(page);
      await desk.context.setOffline(false);
      await page.waitForTimeout(5000);
      const branch = await git(stage.newsroom.contentRepo, 'branch', '--list', `cms/posts/${slug}`);
      return `after ${String(took)} s told: ${told}; stored by itself when back online: ${yes(branch !== '')}`;
    },
  },
];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const yes = (value: boolean): string => (value ? 'yes' : 'NO');

async function readToast(page: Page): Promise<string> {
  const toasts = await page.locator('[class*=notif], [class*=oast]').allInnerTexts();
  const text = [...new Set(toasts.map((toast) => toast.trim().replace(/\s+/gu, ' ')))].join(' | ');
  return text === '' ? 'nothing' : `«${text.slice(0, 160)}»`;
}

/** Answers an update of main as GitHub does where no rule protects it: any fast-forward goes through. */
async function allowMain({ context }: StockDesk, contentRepo: string): Promise<void> {
  await context.route(/\/git\/refs\/heads(?:\/|%2F)main$/iu, async (route) => {
    const { sha } = z.object({ sha: z.string() }).parse(route.request().postDataJSON());
    await git(contentRepo, 'merge-base', '--is-ancestor', 'main', sha);
    await git(contentRepo, 'reset', '--quiet', '--hard', sha);
    await route.fulfill({ json: { ref: 'refs/heads/main', object: { sha } } });
  });
}

async function seeRow(row: Row, browser: Browser, newsroom: RunningNewsroom): Promise<void> {
  const trace = traceApi(`${newsroom.origin}/forge`);
  const desks: StockDesk[] = [];
  const stage: Stage = {
    newsroom,
    trace,
    async open(login) {
      const desk = await openStockDesk(browser, newsroom.origin, login);
      trace.watch(desk.context);
      await allowMain(desk, newsroom.contentRepo);
      desk.page.setDefaultTimeout(30_000);
      desks.push(desk);
      return desk;
    },
  };
  const seen = await row.see(stage).catch((error: unknown) => `COULD NOT BE SHOWN: ${String(error)}`);
  print(`\n${row.what}\n  ${seen}`);
  for (const call of [
    ...findWritesToMain(trace.calls),
    ...findForcedUpdates(trace.calls).map((line) => `forced: ${line}`),
  ]) {
    print(`  breaks the law: ${call}`);
  }
  for (const { context } of desks) await context.close();
}

await buildStockDecap();
const newsroom = await startNewsroom(await createContentRepository());
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
try {
  const word = process.argv[2] ?? '';
  for (const row of rows.filter(({ what }) => what.includes(word))) await seeRow(row, browser, newsroom);
} finally {
  await browser.close();
  await newsroom.stop();
}
