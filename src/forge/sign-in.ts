import { randomBytes } from 'node:crypto';
import { HttpError } from './http.ts';
import { messages } from './messages.ts';
import type { Sessions } from './sessions.ts';
import type { ForgeOptions } from './types.ts';

/** The page of the sign-in window: one button per local user. */
export function signInPage(options: ForgeOptions): Response {
  const buttons = options.users.map(
    ({ login, name, role }) => `
      <button name="login" value="${escape(login)}">
        <span>${escape(messages.signInAs(name))}</span>
        <small>${escape(messages.roles[role])}</small>
      </button>`,
  );
  return page(
    `<h1>${messages.signInTitle}</h1>
    <p>${messages.signInLead}</p>
    <form method="post" action="${escape(options.basePath)}/sign-in">${buttons.join('')}
    </form>
    <p class="note">${messages.local}</p>`,
    // A form's Origin header would be "null" under no-referrer, and it is what POST checks.
    { referrer: 'same-origin' },
  );
}

/**
 * Signs a local user in and hands the token to the window that opened this one, by Decap's handshake: say
 * `authorizing:github`, wait for the echo, answer. Everything stays within `origin`: the token is never
 * posted to `*`, nor to whoever answered.
 */
export async function signIn(
  request: Request,
  origin: string,
  options: ForgeOptions,
  sessions: Sessions,
): Promise<Response> {
  // Without this header the request is no form of ours; browsers send it with every form POST.
  if (request.headers.get('origin') !== origin) throw new HttpError(403, messages.signInRefused);
  const login = new URLSearchParams(await request.text()).get('login');
  const user = options.users.find((one) => one.login === login);
  if (!user) throw new HttpError(422, messages.unknownUser);
  const answer = `authorization:github:success:${JSON.stringify({ token: sessions.open(user), provider: 'github' })}`;
  const script = `
    const own = ${literal(origin)}, answer = ${literal(answer)};
    if (opener) {
      addEventListener('message', (event) => {
        if (event.origin !== own || event.source !== opener || event.data !== 'authorizing:github') return;
        opener.postMessage(answer, own);
      });
      opener.postMessage('authorizing:github', own);
    } else {
      document.querySelector('p').textContent = ${literal(messages.noOpener)};
    }`;
  return page(
    `<h1>${escape(messages.signInAs(user.name))}</h1>
    <p>${messages.signedIn}</p>
    <p class="note"><a href="/admin/">${messages.goToAdmin}</a></p>`,
    { script, referrer: 'no-referrer' },
  );
}

interface PageOptions {
  script?: string;
  referrer: 'same-origin' | 'no-referrer';
}

const style = `
  :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fbfaf8; --line: #d9d6d0; --accent: #0b5c55; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #ecebe8; --paper: #17181a; --line: #3a3b3f; --accent: #7fd1c7; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem;
    background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
  main { width: min(26rem, 100%); }
  h1 { font: 600 1.75rem/1.2 Georgia, serif; margin: 0 0 .5rem; }
  form { display: grid; gap: .75rem; margin: 1.5rem 0; }
  button { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; width: 100%;
    min-height: 3.25rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
    background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
  button:hover { border-color: var(--accent); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  a { color: var(--accent); }
  small, .note { font-size: .875rem; opacity: .8; }`;

function page(body: string, { script, referrer }: PageOptions): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html>
<html lang="es">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${messages.signInTitle}</title>
    <style nonce="${nonce}">${style}</style>
  </head>
  <body>
    <main>${body}</main>${script === undefined ? '' : `\n    <script nonce="${nonce}">${script}</script>`}
  </body>
</html>
`;
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': [
        "default-src 'none'",
        `style-src 'nonce-${nonce}'`,
        ...(script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Referrer-Policy': referrer,
    },
  });
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A string inside a script element. */
function literal(text: string): string {
  return JSON.stringify(text).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
