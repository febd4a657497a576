import { currentBackend } from 'decap-cms-core/dist/esm/backend.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { openSignInWindow } from '../../browser/sign-in-window.ts';
import { readUser } from '../../browser/signed-in.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { Dialog } from '../pull-request/Dialog.tsx';
import { emitEvent } from '../events.ts';

/**
 * Asks for the account of this session once more, unless another tab has just been there.
 * @returns the new token, which a reload of the page finds, too; undefined when the editor does not want to, now
 */
export async function askToSignIn(): Promise<string | undefined> {
  const { config } = store.getState();
  const backend = currentBackend(config);
  const { login = '', name = '', token: old } = backend.user ?? {};
  const elsewhere = readUser();
  const token =
    elsewhere !== undefined && elsewhere.login === login && elsewhere.token !== old
      ? elsewhere.token
      : await showDialog(name || login, async () => {
          const { base_url: baseUrl = '', auth_endpoint: authEndpoint = 'auth' } = config.backend;
          const token = await openSignInWindow({ baseUrl, authEndpoint }, messages.login);
          const user = await backend.implementation.currentUser({ token });
          if (user.login !== login) throw new EditorError(messages.drafts.signIn.other(user.name));
          return token;
        });
  if (token === undefined) return undefined;
  backend.updateUserCredentials({ token });
  emitEvent('signedIn', { login });
  return token;
}

/** Resolves when the editor has signed in, or has closed the dialog. */
function showDialog(name: string, signIn: () => Promise<string>): Promise<string | undefined> {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  return new Promise((resolve) => {
    const finish = (token: string | undefined): void => {
      root.unmount();
      place.remove();
      resolve(token);
    };
    root.render(<SignInDialog name={name} signIn={signIn} onDone={finish} />);
  });
}

interface Props {
  readonly name: string;
  readonly signIn: () => Promise<string>;
  onDone(token: string | undefined): void;
}

function SignInDialog({ name, signIn, onDone }: Props): ReactNode {
  const [problem, setProblem] = useState<string>();
  const { title, lead, enter, later } = messages.drafts.signIn;
  const handleClick = (): void => {
    setProblem(undefined);
    signIn().then(onDone, (error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
    });
  };
  const close = (): void => {
    onDone(undefined);
  };
  return (
    <Dialog title={title} lead={lead(name)} onClose={close}>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <footer>
        <button type="submit" onClick={handleClick}>
          {enter}
        </button>
        <button type="button" onClick={close}>
          {later}
        </button>
      </footer>
    </Dialog>
  );
}
