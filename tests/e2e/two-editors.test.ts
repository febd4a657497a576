import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type ApiTrace, traceApi } from '../support/api-trace.ts';
import { mergePull, saveDraft, signIn } from '../support/github.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { expectLawful, openPost, publish, save, sendToReview } from './newsroom.ts';

// Three windows at once, each with a form and a sign-in.
test.describe.configure({ timeout: 300_000 });

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

const open = (browser: Browser, name: string, slug: string): Promise<Page> =>
  openPost(browser, { origin: newsroom.origin, trace }, name, slug);

const toPath = (slug: string): string => `src/content/posts/${slug}.mdx`;

const read = (revision: string, slug: string): Promise<string> =>
  git(newsroom.contentRepo, 'show', `${revision}:${toPath(slug)}`);

const readDraft = (slug: string): Promise<string> => read(`cms/posts/${slug}`, slug);

/** Somebody publishes a change of one passage, past the windows of the test. */
async function publishElsewhere(slug: string, from: string, to: string): Promise<void> {
  const text = `${await read('main', slug)}\n`;
  expect(text).toContain(from);
  const beto = await signIn(newsroom.origin, 'beto');
  const pull = await saveDraft(beto, `otro/${randomUUID()}`, [
    { path: toPath(slug), content: text.replace(from, to) },
  ]);
  await mergePull(await signIn(newsroom.origin, 'rosa'), pull.number, pull.head.sha);
}

/** Writes at the end of a paragraph of the body. */
async function append(page: Page, paragraph: string, text: string): Promise<void> {
  await page.locator('[data-slate-editor]').getByText(paragraph).last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}

test('two people edit one post in different fields and paragraphs: both survive', async ({ browser }) => {
  const slug = '2026-03-04-como-escribir-un-titular-que-se-entienda';
  const ana = await open(browser, 'Ana Editora', slug);
  const beto = await open(browser, 'Beto Editor', slug);

  await ana.getByLabel('Título').fill('Un titular que se entienda');
  await append(ana, 'Tampoco emojis', ' Ana lo sabe.');
  await save(ana);
  await beto.getByLabel('Descripción').fill('Cinco decisiones de Beto para un titular.');
  await append(beto, 'Manda solo el titular', ' Beto lo hizo.');
  await save(beto);
  // The form of Beto has what Ana did, too.
  await expect(beto.getByLabel('Título')).toHaveValue('Un titular que se entienda');

  const draft = await readDraft(slug);
  for (const text of [
    'title: Un titular que se entienda\n',
    'description: Cinco decisiones de Beto para un titular.\n',
    'Ana lo sabe.',
    'Beto lo hizo.',
  ]) {
    expect(draft).toContain(text);
  }
  // The form of Ana, still open, is older than the draft: saving again takes nothing back.
  await ana.getByLabel('Pie de foto').fill('Un pie de Ana.');
  await save(ana);
  await sendToReview(ana);
  const rosa = await open(browser, 'Rosa Revisora', slug);
  await publish(rosa);
  await expect.poll(() => read('main', slug)).toContain('imageCaption: Un pie de Ana.');
  const main = await read('main', slug);
  expect(main).toContain('Cinco decisiones de Beto para un titular.');
  expect(main).toContain('Ana lo sabe.');
  expect(main).toContain('Beto lo hizo.');
  for (const page of [ana, beto, rosa]) await page.context().close();
});

test('both change the same title: the second is asked, nothing is chosen for them', async ({ browser }) => {
  const slug = '2026-05-12-como-citar-a-tus-fuentes';
  const ana = await open(browser, 'Ana Editora', slug);
  const beto = await open(browser, 'Beto Editor', slug);
  await ana.getByLabel('Título').fill('Fuentes primero');
  await save(ana);
  const head = await git(newsroom.contentRepo, 'rev-parse', `cms/posts/${slug}`);

  await beto.getByLabel('Título').fill('Fuentes siempre');
  await beto.getByLabel('Descripción').fill('La descripción de Beto.');
  await beto.getByRole('button', { name: 'Guardar' }).click();
  const dialog = beto.getByRole('dialog');
  await expect(dialog).toContainText('primero');
  await expect(dialog).toContainText('siempre');
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  const decide = dialog.getByRole('button', { name: /^Guardar/u });
  await expect(decide).toBeDisabled();

  // Later: nothing is stored, nothing is gone.
  await dialog.getByRole('button', { name: 'Decidir después' }).click();
  await expect(dialog).toBeHidden();
  await expect(beto.getByLabel('Título')).toHaveValue('Fuentes siempre');
  expect(await git(newsroom.contentRepo, 'rev-parse', `cms/posts/${slug}`)).toBe(head);

  await beto.getByRole('button', { name: 'Guardar' }).click();
  await dialog.getByRole('radio', { name: /La tuya/u }).check();
  await decide.click();
  await expect(beto.getByText('Cambios guardados')).toBeVisible();
  await expect.poll(() => readDraft(slug)).toContain('title: Fuentes siempre\n');
  expect(await readDraft(slug)).toContain('description: La descripción de Beto.\n');
  // What Ana saved stays in the history of the draft.
  await git(newsroom.contentRepo, 'merge-base', '--is-ancestor', head, `cms/posts/${slug}`);
  for (const page of [ana, beto]) await page.context().close();
});

test('main moves while a draft is open: nothing of it is lost', async ({ browser }) => {
  const slug = '2026-07-21-enlaces-que-dicen-a-donde-van';
  const ana = await open(browser, 'Ana Editora', slug);
  await ana.getByLabel('Título').fill('Enlaces de Ana');
  await save(ana);
  const description = /^description: .*$/mu.exec(await read('main', slug))?.[0] ?? '';
  await publishElsewhere(slug, description, 'description: Lo que se publicó mientras tanto.');

  await ana.getByLabel('Pie de foto').fill('Un pie de Ana.');
  await save(ana);
  await expect.poll(() => readDraft(slug)).toContain('description: Lo que se publicó mientras tanto.\n');
  const draft = await readDraft(slug);
  expect(draft).toContain('title: Enlaces de Ana\n');
  expect(draft).toContain('imageCaption: Un pie de Ana.\n');

  // Once more, and this time nobody saves before it is published.
  await publishElsewhere(slug, 'Lo que se publicó mientras tanto.', 'Lo último que se publicó.');
  const rosa = await open(browser, 'Rosa Revisora', slug);
  await publish(rosa);
  await expect.poll(() => read('main', slug)).toContain('title: Enlaces de Ana\n');
  const main = await read('main', slug);
  expect(main).toContain('description: Lo último que se publicó.\n');
  expect(main).toContain('imageCaption: Un pie de Ana.\n');
  for (const page of [ana, rosa]) await page.context().close();
});

test('what the draft and main say differently is asked of who publishes', async ({ browser }) => {
  const slug = '2026-08-13-como-usar-las-etiquetas-sin-perderse';
  const ana = await open(browser, 'Ana Editora', slug);
  await ana.getByLabel('Título').fill('Etiquetas de Ana');
  await save(ana);
  await sendToReview(ana);
  const title = /^title: .*$/mu.exec(await read('main', slug))?.[0] ?? '';
  await publishElsewhere(slug, title, 'title: Etiquetas de Beto');
  const before = await git(newsroom.contentRepo, 'rev-parse', 'main');

  const rosa = await open(browser, 'Rosa Revisora', slug);
  await publish(rosa, { allowed: false });
  const dialog = rosa.getByRole('dialog');
  await expect(dialog).toContainText('Ana');
  await expect(dialog).toContainText('Beto');
  expect(await git(newsroom.contentRepo, 'rev-parse', 'main')).toBe(before);
  await dialog.getByRole('radio', { name: /La publicada/u }).check();
  await dialog.getByRole('button', { name: /^Guardar/u }).click();
  await expect.poll(() => git(newsroom.contentRepo, 'rev-parse', 'main')).not.toBe(before);
  expect(await read('main', slug)).toContain('title: Etiquetas de Beto\n');
  for (const page of [ana, rosa]) await page.context().close();
});
