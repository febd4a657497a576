import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { kindLabels } from '../../src/review/index.ts';
import { type GitHubClient, saveDraft, signIn } from '../support/github.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { toSamplePost } from '../support/sample-posts.ts';
import { openBoard, openDesk, save } from './newsroom.ts';

let newsroom: RunningNewsroom;
let ana: GitHubClient;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository(), { GACETA_APPROVALS: '1' });
  ana = await signIn(newsroom.origin, 'ana');
});

test.afterAll(async () => {
  await newsroom.stop();
});

const published = '2026-05-12-como-citar-a-tus-fuentes';

const setLabels = (number: number, labels: readonly string[]): Promise<unknown> =>
  ana.request('PUT', `/issues/${String(number)}/labels`, z.unknown(), { labels });

/** A draft of a new post by Ana. */
async function draftPost(number: number, labels: readonly string[], date?: string): Promise<string> {
  const post = toSamplePost(number);
  const slug = path.basename(post.path, '.mdx');
  const content = date === undefined ? post.content : post.content.replace(/^date: .*$/mu, `date: ${date}`);
  const pull = await saveDraft(ana, `cms/posts/${slug}`, [{ path: post.path, content }]);
  await setLabels(pull.number, labels);
  return slug;
}

const openEntry = (page: Page, slug: string): Promise<unknown> =>
  page.goto(`${newsroom.origin}/admin/#/collections/posts/entries/${slug}`);

const stripOf = (page: Page): Locator => page.getByRole('region', { name: 'Solicitud de publicación' });

const publishMenu = (page: Page): Locator => page.getByRole('button', { name: 'Publicar', exact: true });

async function setStatus(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Estado/u }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(page.getByRole('button', { name: `Estado: ${name}` })).toBeVisible();
}

test('publishing is offered once a reviewer has approved it and it is ready; until then the strip says what is missing', async ({
  browser,
}) => {
  const slug = await draftPost(5101, ['gaceta/draft']);
  const editor = await openDesk(browser, newsroom.origin, 'Ana Editora');
  await openEntry(editor.page, slug);
  const strip = stripOf(editor.page);
  await expect(strip.getByRole('link', { name: 'Ver los cambios' })).toHaveAttribute(
    'href',
    /^\/revision\/#\/cambios\/\d+$/u,
  );
  await expect(strip).toContainText('Revisión automática: bien');
  await expect(strip).toContainText('Falta la aprobación de una revisora. Falta marcarlo como «Listo».');
  await expect(publishMenu(editor.page)).toBeHidden();
  await setStatus(editor.page, 'Listo');
  await expect(strip).not.toContainText('Falta marcarlo');
  await expect(strip.getByRole('button', { name: 'Aprobar' })).toBeHidden();

  const reviewer = await openDesk(browser, newsroom.origin, 'Rosa Revisora');
  await openEntry(reviewer.page, slug);
  await expect(stripOf(reviewer.page)).toContainText('Ana Editora cambió este borrador hoy');
  await expect(publishMenu(reviewer.page)).toBeHidden();
  await stripOf(reviewer.page).getByRole('button', { name: 'Aprobar' }).click();
  await expect(stripOf(reviewer.page)).toContainText('Rosa Revisora lo aprobó');
  await expect(publishMenu(reviewer.page)).toBeVisible();

  await openEntry(editor.page, slug);
  await expect(strip).toContainText('Solo una revisora puede publicar.', { timeout: 30_000 });
  await expect(publishMenu(editor.page)).toBeHidden();
  await editor.context.close();

  await publishMenu(reviewer.page).click();
  await reviewer.page.getByRole('menuitem', { name: 'Publicar ahora' }).click();
  await expect(stripOf(reviewer.page).getByRole('button', { name: 'Versiones anteriores…' })).toBeVisible();
  expect(await git(newsroom.contentRepo, 'ls-tree', '-r', '--name-only', 'main')).toContain(`${slug}.mdx`);
  await reviewer.context.close();
});

test('what the automatic check found keeps «Publicar» away and stands in the strip', async ({ browser }) => {
  const post = toSamplePost(5105);
  const slug = path.basename(post.path, '.mdx');
  const content = post.content.replace(/^image: .*$/mu, 'image: /assets/images/posts/no-existe.jpg');
  await saveDraft(ana, `cms/posts/${slug}`, [{ path: post.path, content }]);
  const { page, context } = await openDesk(browser, newsroom.origin, 'Rosa Revisora');
  await openEntry(page, slug);
  await expect(stripOf(page)).toContainText('Revisión automática: encontró errores.');
  await expect(stripOf(page).getByText('La imagen «no-existe.jpg» no existe.')).toBeVisible();
  await expect(publishMenu(page)).toBeHidden();
  await context.close();
});

test('an editor is told, before saving, that a colleague saved the draft meanwhile', async ({ browser }) => {
  const slug = await draftPost(5102, ['gaceta/draft']);
  const first = await openDesk(browser, newsroom.origin, 'Ana Editora');
  await openEntry(first.page, slug);
  await expect(stripOf(first.page)).toContainText('Falta la aprobación');
  await first.page.getByLabel('Descripción').fill('Qué se publicó, a quién le sirve y desde cuándo.');

  const second = await openDesk(browser, newsroom.origin, 'Beto Editor');
  await openEntry(second.page, slug);
  await expect(stripOf(second.page)).toContainText('Ana Editora cambió este borrador hoy');
  await second.page.getByLabel('Autor').fill('Beto Editor');
  await save(second.page);
  await expect(stripOf(second.page)).not.toContainText('guard');
  await second.context.close();

  await expect(stripOf(first.page)).toContainText(
    /Beto Editor guardó cambios .* Al guardar se juntarán con lo tuyo\./u,
    {
      timeout: 30_000,
    },
  );
  await first.context.close();
});

test('requests have clear names on the board, and say when they are published and what is missing', async ({
  browser,
}) => {
  await draftPost(5103, ['gaceta/pending_publish'], '2091-03-04T08:30:00-06:00');
  await draftPost(5104, ['gaceta/pending_review', kindLabels.remove.name]);
  const image = { path: 'src/assets/images/nueva.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' };
  const pull = await saveDraft(ana, 'medios/nueva-abc1234', [image]);
  await setLabels(pull.number, [kindLabels['media-add'].name]);

  const { page, context } = await openDesk(browser, newsroom.origin, 'Rosa Revisora');
  await openBoard(page);
  await expect(page.getByRole('link', { name: /Retirar del sitio: Nota número 05104/u })).toBeVisible();
  const planned = page.getByRole('link', { name: /Nota número 05103/u });
  await expect(planned).toContainText('Falta la aprobación de una revisora.');
  await expect(planned).toContainText('Se publicará el domingo 4 de marzo de 2091 a las 8:30');

  const files = page.getByRole('region', { name: 'Archivos' });
  await expect(files.getByRole('button', { name: /^Publicar/u })).toBeDisabled();
  await files.getByRole('button', { name: /^Descartar/u }).click();
  await expect(files).toBeHidden();
  expect(await git(newsroom.contentRepo, 'branch', '--list', 'medios/*')).toBe('');
  await context.close();
});

test('what is published is taken down, moved and put back by requests alone', async ({ browser }) => {
  const main = await git(newsroom.contentRepo, 'rev-parse', 'main');
  const { page, context } = await openDesk(browser, newsroom.origin, 'Ana Editora');
  await openEntry(page, published);
  await stripOf(page).getByRole('button', { name: 'Versiones anteriores…' }).click();
  const versions = page.getByRole('dialog', { name: 'Versiones anteriores' });
  await expect(versions.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(versions).toBeHidden();

  await stripOf(page).getByRole('button', { name: 'Cambiar la dirección…' }).click();
  const address = page.getByRole('textbox', { name: 'Nueva dirección' });
  await expect(address).toHaveValue('como-citar-a-tus-fuentes');
  await address.fill('Citar bien');
  await expect(page.getByRole('button', { name: 'Pedir el cambio' })).toBeDisabled();
  await address.fill('citar-bien');
  await expect(page.getByText(/articulos\/2026-05-12-citar-bien\//u)).toBeVisible();
  await page.getByRole('button', { name: 'Pedir el cambio' }).click();
  await expect(page.getByText('Se pidió el cambio de dirección')).toBeVisible();
  await page.getByRole('button', { name: 'Ver en el flujo de trabajo' }).click();
  await expect(page.getByRole('link', { name: /Cambiar la dirección: Cómo citar/u })).toBeVisible();

  await openEntry(page, '2026-06-30-la-descripcion-dos-frases-que-invitan-a-leer');
  await page.getByRole('button', { name: 'Eliminar del sitio' }).click();
  await expect(page.getByText('Se pidió retirarlo del sitio')).toBeVisible();
  await openBoard(page);
  await expect(page.getByRole('link', { name: /Retirar del sitio: La descripción/u })).toBeVisible();
  expect(await git(newsroom.contentRepo, 'rev-parse', 'main')).toBe(main);
  await context.close();
});
