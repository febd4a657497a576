import { type ReactNode } from 'react';
import type { Api } from '../api.ts';
import { Dialog } from '../Dialog.tsx';
import { messages } from '../messages.ts';
import { session } from '../session.ts';
import { useEnter } from './use-enter.ts';

interface Props {
  readonly api: Api;
  readonly login: string;
  readonly name: string;
}

/** Above the page when the session is over: what is typed stays, and what waits goes on. */
export function SignInAgain({ api, login, name }: Props): ReactNode {
  const { isBusy, problem, start } = useEnter(api, login);
  const { expired, expiredLead, enter, busy, later } = messages.signIn;
  const close = (): void => {
    session.set({ ...session.get(), isExpired: false });
  };
  return (
    <Dialog title={expired} lead={expiredLead(name)} onClose={close}>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <div className="buttons">
        <button type="button" className="primary" onClick={start}>
          {isBusy ? busy : enter(api.settings.isLocal)}
        </button>
        <button type="button" onClick={close}>
          {later}
        </button>
      </div>
    </Dialog>
  );
}
