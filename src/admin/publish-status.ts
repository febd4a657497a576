import { onEvent } from './events.ts';
import { messages } from './locale/messages.ts';
import { type Statuses, statusSchema } from '../browser/github-answers.ts';
import { readUser } from '../browser/signed-in.ts';
import type { Newsroom } from './pull-request/newsroom.ts';
import { startPolling } from '../browser/poll.ts';

/** The context of the commit status in which the site says whether main is live. */
const context = 'gaceta/publish';

/** Between two questions, in milliseconds. */
const interval = 5_000;

/** What the strip says and how; undefined when there is nothing to say. */
export interface PublishState {
  readonly kind: 'pending' | 'success' | 'failure';
  readonly text: string;
}

/** The state of the site in words, from the statuses of main's last commit. */
export function toPublishState({ statuses }: Statuses): PublishState | undefined {
  const status = statuses.find((candidate) => candidate.context === context);
  if (status === undefined) return undefined;
  if (status.state === 'pending') return { kind: 'pending', text: messages.publish.pending };
  if (status.state === 'success') return { kind: 'success', text: messages.publish.success };
  return { kind: 'failure', text: messages.publish.failure(status.description ?? '') };
}

/**
 * Shows at the edge of the page whether the site is up to date, to whoever is signed in, for as long as the
 * tab is visible.
 */
export function watchPublishing({ read, repo, branch }: Newsroom): void {
  const strip = document.createElement('div');
  strip.className = 'gaceta-status';
  strip.setAttribute('role', 'status');
  strip.hidden = true;
  document.body.append(strip);
  const polling = startPolling(async () => {
    if (readUser() === undefined) show(strip, undefined);
    else {
      show(
        strip,
        toPublishState(await read(`${repo}/commits/${encodeURIComponent(branch)}/status`, statusSchema)),
      );
    }
    return interval;
  });
  onEvent('signedIn', () => {
    polling.refresh();
  });
}

function show(strip: HTMLElement, state: PublishState | undefined): void {
  strip.hidden = state === undefined;
  if (state === undefined || strip.textContent === state.text) return;
  strip.dataset['kind'] = state.kind;
  strip.textContent = state.text;
}
