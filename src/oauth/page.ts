import { randomBytes } from 'node:crypto';
import { messages } from './messages.ts';
import { type Refusal, refusals } from './refusal.ts';

/** What every answer says: nothing is kept, nothing is framed, nothing else is loaded. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The window that opened this one, maybe of another origin, has to stay within reach: it gets the token.
  'Cross-Origin-Opener-Policy': 'unsafe-none',
};

/** Why somebody is not signed in, and what to do. @param adminUrl where the newsroom is */
export function refusalPage({ kind, login }: Refusal, adminUrl: string): Response {
  const { title, reason, remedy, retry } = messages.refusals[kind];
  const again = `/oauth/authorize?provider=github${retry === 'other-account' ? '&prompt=select_account' : ''}`;
  return page(
    refusals[kind],
    title,
    `<p>${escape(reason)}${login === undefined ? '' : ` ${escape(messages.enteredAs(login))}`}</p>
    <p>${escape(remedy)}</p>
    ${retry === undefined ? '' : `<p><a class="button" href="${escape(again)}">${messages.retries[retry]}</a></p>`}
    <p class="note">${messages.safe} <a href="${escape(adminUrl)}">${messages.toNewsroom}</a></p>
    <p class="note">${messages.forHelp} <code>${kind}</code></p>`,
  );
}

/**
 * Hands the token to the window that opened this one, by Decap's handshake: say `authorizing:github`, wait for
 * the echo, answer. Whatever is said goes to the admin's origin alone; an echo of any other window or origin
 * is not heard.
 */
export function tokenPage(token: string, adminOrigin: string): Response {
  const { title, text, noOpener, noAnswer, noScript } = messages.signedIn;
  const answer = `authorization:github:success:${JSON.stringify({ token, provider: 'github' })}`;
  const script = `
    const { admin, answer, noOpener, noAnswer } = ${literal({ admin: adminOrigin, answer, noOpener, noAnswer })};
    history.replaceState(null, '', location.pathname);
    const say = (text) => { document.querySelector('[role=status]').textContent = text; };
    if (opener === null) say(noOpener);
    else {
      const timer = setTimeout(say, 10000, noAnswer);
      addEventListener('message', function listen({ origin, source, data }) {
        if (origin !== admin || source !== opener || data !== 'authorizing:github') return;
        removeEventListener('message', listen);
        clearTimeout(timer);
        opener.postMessage(answer, admin);
      });
      opener.postMessage('authorizing:github', admin);
    }`;
  return page(
    200,
    title,
    `<p role="status">${escape(text)}</p>
    <noscript><p><strong>${escape(noScript)}</strong></p></noscript>
    <p class="note"><a href="${escape(`${adminOrigin}/admin/`)}">${messages.toNewsroom}</a></p>`,
    script,
  );
}

const style = `
  :root { color-scheme: light dark; --ink: #1b1b1f; --soft: #55555c; --paper: #fbfaf8; --accent: #0b5c55; --on-accent: #fff; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #ecebe8; --soft: #b4b3b0; --paper: #17181a; --accent: #7fd1c7; --on-accent: #10201e; }
  }
  body { box-sizing: border-box; margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem;
    background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
  main { width: min(30rem, 100%); }
  h1 { font: 600 1.75rem/1.2 Georgia, serif; margin: 0 0 1rem; text-wrap: balance; }
  p { margin: 0 0 1rem; overflow-wrap: break-word; }
  a { color: var(--accent); }
  .button { display: inline-block; padding: .75rem 1.25rem; border-radius: .5rem; background: var(--accent);
    color: var(--on-accent); font-weight: 600; text-decoration: none; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .note { font-size: .875rem; color: var(--soft); }
  .note a { white-space: nowrap; }`;

function page(status: number, title: string, body: string, script?: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html>
<html lang="es">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)}</title>
    <style nonce="${nonce}">${style}</style>
  </head>
  <body>
    <main>
    <h1>${escape(title)}</h1>
    ${body}
    </main>${script === undefined ? '' : `\n    <script nonce="${nonce}">${script}</script>`}
  </body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return new Response(html, {
    status,
    headers: {
      ...commonHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
    },
  });
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${String(character.charCodeAt(0))};`);

/** A value inside a script element. */
const literal = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
