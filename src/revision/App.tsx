import { type ReactNode, useEffect } from 'react';
import type { Api } from './api.ts';
import { KeysHelp } from './keys/KeysHelp.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { messages } from './messages.ts';
import { PullPage } from './pull/PullPage.tsx';
import { QueuePage } from './queue/QueuePage.tsx';
import { route } from './route.ts';
import { session } from './session.ts';
import { forgetUser } from '../browser/signed-in.ts';
import { SignInAgain } from './sign-in/SignInAgain.tsx';
import { SignInPage } from './sign-in/SignInPage.tsx';
import { useStore } from './store.ts';

/** The whole page: who is not signed in sees the door. */
export function App({ api }: { readonly api: Api }): ReactNode {
  const { user, isExpired } = useStore(session);
  const here = useStore(route);
  const page = here.page === 'queue' ? 'queue' : `pull ${String(here.number)}`;
  // Who follows a link begins to read where the new page begins.
  useEffect(() => {
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [page]);
  if (user === undefined) return <SignInPage api={api} />;
  const name = user.name ?? user.login;
  const { nav, account, skip } = messages;
  return (
    <>
      <a className="skip" href="#contenido" onClick={toContent}>
        {skip}
      </a>
      <header className="top">
        <a className="brand" href="#/">
          {api.settings.siteName} <span>{messages.appName}</span>
        </a>
        <nav aria-label={nav.label}>
          <a href="/admin/">{nav.editor}</a>
          <a href="/">{nav.site}</a>
        </nav>
        <p className="account">
          <span title={account.as(name)}>{name}</span>
          <button type="button" className="quiet" onClick={signOut}>
            {account.signOut}
          </button>
        </p>
      </header>
      {here.page === 'queue' ? (
        <QueuePage api={api} login={user.login} />
      ) : (
        <PullPage
          key={here.number}
          api={api}
          number={here.number}
          view={here.view}
          viewer={{ login: user.login, name }}
        />
      )}
      <LiveRegion />
      <KeysHelp />
      {isExpired && <SignInAgain api={api} name={name} login={user.login} />}
    </>
  );
}

/** The hash is the route: a link into the page would lead away from it. */
function toContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('h1')?.focus();
}

function signOut(): void {
  forgetUser();
  session.set({ user: undefined, isExpired: false });
}
