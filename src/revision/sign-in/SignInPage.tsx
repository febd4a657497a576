import { type ReactNode, useEffect } from 'react';
import type { Api } from '../api.ts';
import { messages } from '../messages.ts';
import { useEnter } from './use-enter.ts';

/** The door. A window that was closed without an answer leaves the button as it was: it may be pressed again. */
export function SignInPage({ api }: { readonly api: Api }): ReactNode {
  const { isBusy, problem, start } = useEnter(api);
  const { heading, lead, enter, busy } = messages.signIn;
  useEffect(() => {
    document.title = messages.title(messages.appName, api.settings.siteName);
  });
  return (
    <main className="lone">
      <p className="brand">{api.settings.siteName}</p>
      <h1 tabIndex={-1}>{heading}</h1>
      <p>{lead}</p>
      <button type="button" className="primary" onClick={start}>
        {isBusy ? busy : enter(api.settings.isLocal)}
      </button>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </main>
  );
}
