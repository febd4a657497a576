import { HttpError } from './http.ts';
import { messages } from './messages.ts';
import { escape, page } from './page.ts';
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
  return page({
    title: messages.signInTitle,
    body: `<h1>${messages.signInTitle}</h1>
    <p>${messages.signInLead}</p>
    <form method="post" action="${escape(options.basePath)}/sign-in">${buttons.join('')}
    </form>
    <p class="note">${messages.local}</p>`,
    style,
    // A form's Origin header would be "null" under no-referrer, and it is what POST checks.
    referrer: 'same-origin',
  });
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
  return page({
    title: messages.signInTitle,
    body: `<h1>${escape(messages.signInAs(user.name))}</h1>
    <p>${messages.signedIn}</p>
    <p class="note"><a href="/admin/">${messages.goToAdmin}</a></p>`,
    style,
    script,
    referrer: 'no-referrer',
  });
}

const style = `
  body { min-height: 100vh; display: grid; place-items: center; }
  main { width: min(26rem, 100%); }
  form { display: grid; gap: .75rem; margin: 1.5rem 0; }
  button { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; width: 100%;
    min-height: 3.25rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
    background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
  button:hover { border-color: var(--accent); }`;

/** A string inside a script element. */
function literal(text: string): string {
  return JSON.stringify(text).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
