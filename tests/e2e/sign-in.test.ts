import { createHash } from 'node:crypto';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { readBackend } from '../../src/site/backend.ts';
import { toAdminHeaders } from '../../src/site/headers.ts';
import { app, type EmulatedGitHub, startEmulatedGitHub } from '../support/emulated-github.ts';
import { type Front, openFront } from '../support/front.ts';
import { createContentRepository, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';

let front: Front;
let github: EmulatedGitHub;
let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  front = await openFront();
  github = await startEmulatedGitHub(`${front.origin}/oauth/callback`);
  newsroom = await startNewsroom(await createContentRepository(), {
    GACETA_BACKEND: JSON.stringify({ name: 'github', repo: 'redaccion/contenido', api_root: github.url }),
    GACETA_OAUTH_CLIENT_ID: app.clientId,
    GACETA_OAUTH_CLIENT_SECRET: app.clientSecret,
    GACETA_OAUTH_COOKIE_SECRET: 'a secret of tests, which is long enough',
    GACETA_OAUTH_ORIGIN: front.origin,
    GACETA_OAUTH_GITHUB_URL: github.url,
    GACETA_OAUTH_API_URL: github.url,
    GACETA_OAUTH_MEMBERS: 'org:redaccion',
    GACETA_OAUTH_PROXIES: '1',
  });
  front.lead(newsroom.origin);
});

test.afterAll(async () => {
  await newsroom.stop();
  await github.close();
  front.close();
});

/** Presses the button of the admin's door. Gives the window that it opens. */
async function openSignIn(page: Page): Promise<Page> {
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Entrar con GitHub' }).click(),
  ]);
  return popup;
}

/** On GitHub's page: allows the app, as this person. */
const allowAs = (popup: Page, login: string): Promise<void> =>
  popup.getByRole('button', { name: new RegExp(login, 'u') }).click();

/** Every address that any window of this browser has been at. */
function watchAddresses(context: BrowserContext): readonly string[] {
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  return addresses;
}

test('who is on the list signs in with GitHub, and the token is in no address and no log', async ({
  page,
  context,
}) => {
  const addresses = watchAddresses(context);
  await page.goto(`${front.origin}/admin/`);
  const popup = await openSignIn(page);
  const closed = popup.waitForEvent('close');
  await allowAs(popup, 'rosa');
  await closed;
  await expect(page.getByRole('link', { name: 'Artículos' })).toBeVisible();
  const token = await page.evaluate(
    () => /gho_[\w-]+/u.exec(localStorage.getItem('decap-cms-user') ?? '')?.[0],
  );
  expect(token).toBeDefined();
  expect(addresses.filter((address) => address.includes(String(token)))).toEqual([]);
  expect(newsroom.output()).not.toContain('gho_');
});

test('who is not on the list is told so, and may enter with another account in the same window', async ({
  page,
}) => {
  await page.goto(`${front.origin}/admin/`);
  const popup = await openSignIn(page);
  await allowAs(popup, 'ana');
  await expect(popup.getByRole('heading', { name: 'Tu cuenta no está en la lista' })).toBeVisible();
  await popup.getByRole('link', { name: 'Entrar con otra cuenta' }).click();
  await allowAs(popup, 'rosa');
  await expect(page.getByRole('link', { name: 'Artículos' })).toBeVisible();
});

test('pressing the button twice signs in once', async ({ page }) => {
  await page.goto(`${front.origin}/admin/`);
  const first = await openSignIn(page);
  await first.close();
  const second = await openSignIn(page);
  const closed = second.waitForEvent('close');
  await allowAs(second, 'rosa');
  await closed;
  await expect(page.getByRole('link', { name: 'Artículos' })).toBeVisible();
});

test('a page of another origin that opens the window hears nothing, whatever it says', async ({
  page,
  context,
}) => {
  await context.route('http://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<button>Gana un premio</button><script>
        const heard = [];
        addEventListener('message', ({ data }) => heard.push(data));
        document.querySelector('button').onclick = () => {
          const popup = open('${front.origin}/oauth/authorize?provider=github');
          setInterval(() => popup.postMessage('authorizing:github', '*'), 50);
        };
      </script>`,
    }),
  );
  await page.goto('http://evil.example/');
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button').click()]);
  await allowAs(popup, 'rosa');
  await expect(popup.getByText('la redacción no contesta')).toBeVisible();
  expect(await page.evaluate('heard')).toEqual([]);
});

test('a window that nobody opened keeps the token to itself and says what to do', async ({ page }) => {
  await page.goto(`${front.origin}/oauth/authorize?provider=github`);
  await allowAs(page, 'rosa');
  await expect(page.getByText('esta ventana ya no está unida a la redacción')).toBeVisible();
  await expect(page).toHaveURL(`${front.origin}/oauth/callback`);
});

test('on GitLab people sign in by PKCE, under the admin’s own policy', async ({ page }) => {
  const env = { GACETA_BACKEND: '{"name":"gitlab","repo":"grupo/contenido","app_id":"the-app"}' };
  const backend = readBackend(env);
  await page.route(`${front.origin}/admin/*`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), ...toAdminHeaders(backend) };
    if (!route.request().url().endsWith('/config.json')) return route.fulfill({ response, headers });
    const settings = (await response.json()) as object;
    return route.fulfill({ json: { ...settings, backend }, headers });
  });
  const gitlab = 'https://gitlab.com';
  const cors = { 'Access-Control-Allow-Origin': front.origin, 'Access-Control-Allow-Headers': '*' };
  await page.route(`${gitlab}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: 'GitLab', headers: cors }),
  );
  await page.goto(`${front.origin}/admin/`);
  await page.getByRole('button', { name: /GitLab/u }).click();
  await page.waitForURL(`${gitlab}/oauth/authorize?**`);

  const asked = new URL(page.url()).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    client_id: 'the-app',
    redirect_uri: `${front.origin}/admin/`,
    response_type: 'code',
    scope: 'api',
    code_challenge_method: 'S256',
  });

  await page.route(`${gitlab}/oauth/token`, (route) =>
    route.fulfill({ json: { access_token: 'glpat-0123456789', token_type: 'bearer' }, headers: cors }),
  );
  const exchange = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url() === `${gitlab}/oauth/token`,
  );
  const next = page.waitForRequest(
    (request) => request.method() === 'GET' && request.url().startsWith(`${gitlab}/api/v4/user`),
  );
  const answer = new URLSearchParams({ code: 'the-code', state: asked.get('state') ?? '' });
  await page.goto(`${front.origin}/admin/?${answer.toString()}`);
  const { code, code_verifier: verifier } = (await exchange).postDataJSON() as Record<string, string>;
  expect(code).toBe('the-code');
  expect(createHash('sha256').update(String(verifier)).digest('base64url')).toBe(asked.get('code_challenge'));
  expect((await next).headers()['authorization']).toBe('Bearer glpat-0123456789');
});
