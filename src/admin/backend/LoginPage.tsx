import { type ReactNode, useState } from 'react';
import { openSignInWindow, SignInError } from '../../browser/sign-in-window.ts';
import { messages } from '../locale/messages.ts';

/** What Decap hands to the component of a backend's sign-in page, of what we use. */
export interface LoginPageProps {
  readonly onLogin: (credentials: { token: string }) => void;
  readonly inProgress: boolean;
  /** Why the last session could not go on. */
  readonly error?: string;
  readonly base_url: string;
  readonly authEndpoint: string;
  readonly config: {
    readonly site_url?: string;
    readonly logo?: { readonly src: string };
  };
}

interface Props extends LoginPageProps {
  readonly siteName: string;
  /** The service whose account is asked for; undefined on the local forge. */
  readonly provider: string | undefined;
}

/** The door: opens the sign-in window and waits for its token. */
export function LoginPage(props: Props): ReactNode {
  const { siteName, provider, inProgress, config } = props;
  const [error, setError] = useState<string>();
  const reason = error ?? props.error;
  // Decap stays in progress after a sign-in that failed.
  const isBusy = inProgress && !reason;
  const signIn = (): void => {
    setError(undefined);
    openSignInWindow({ baseUrl: props.base_url, authEndpoint: props.authEndpoint }, messages.login).then(
      (token) => {
        props.onLogin({ token });
      },
      (cause: unknown) => {
        setError(cause instanceof SignInError ? cause.message : messages.login.failed(String(cause)));
      },
    );
  };
  return (
    <main className="login">
      {config.logo && <img src={config.logo.src} alt="" />}
      <h1>{siteName}</h1>
      <p>{messages.login.lead}</p>
      <button type="button" disabled={isBusy} onClick={signIn}>
        {isBusy ? messages.login.inProgress : messages.login.enter(provider)}
      </button>
      {reason && <p role="alert">{reason}</p>}
      {config.site_url !== undefined && <a href={config.site_url}>{messages.login.back}</a>}
    </main>
  );
}
