import { z } from 'zod';
import { messages } from './locale/messages.ts';
import type { Settings } from './settings.ts';

/** The context of the commit status in which the site says whether main is live. */
const context = 'gaceta/publish';

/** Between two questions, in milliseconds; longer after a failure. */
const interval = 5_000;
const slowInterval = 30_000;

/** https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
const statusSchema = z.object({
  statuses: z.array(
    z.object({
      context: z.string(),
      state: z.enum(['pending', 'success', 'failure', 'error']),
      description: z.string().nullish(),
    }),
  ),
});

const userSchema = z.object({ token: z.string() });

export type CommitStatuses = z.output<typeof statusSchema>;

/** What the strip says and how; undefined when there is nothing to say. */
export interface PublishState {
  readonly kind: 'pending' | 'success' | 'failure';
  readonly text: string;
}

/** The state of the site in words, from the statuses of main's last commit. */
export function toPublishState({ statuses }: CommitStatuses): PublishState | undefined {
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
export function watchPublishing({ backend }: Settings): void {
  if (backend.name !== 'github' || backend.repo === undefined) return;
  const root = backend.api_root ?? 'https://api.github.com';
  const branch = encodeURIComponent(backend.branch ?? 'main');
  const ask = createQuestion(`${root}/repos/${backend.repo}/commits/${branch}/status`);
  const strip = document.createElement('div');
  strip.className = 'gaceta-status';
  strip.setAttribute('role', 'status');
  strip.hidden = true;
  document.body.append(strip);

  const poll = async (): Promise<void> => {
    let wait = interval;
    if (document.visibilityState === 'visible') {
      try {
        show(strip, await ask());
      } catch (error) {
        // No connection, or an answer that is none: the strip keeps what it said.
        if (!(error instanceof TypeError) && !(error instanceof z.ZodError)) throw error;
        wait = slowInterval;
      }
    }
    setTimeout(() => void poll(), wait);
  };
  void poll();
}

/** Asks for the state with the token of who is signed in; the server answers 304 while nothing changes. */
function createQuestion(url: string): () => Promise<PublishState | undefined> {
  let etag: string | null = null;
  let last: PublishState | undefined;
  return async () => {
    const token = readToken();
    if (token === undefined) {
      etag = null;
      return (last = undefined);
    }
    const response = await fetch(url, {
      headers: { Authorization: `token ${token}`, ...(etag === null ? {} : { 'If-None-Match': etag }) },
    });
    if (response.status === 304) return last;
    if (!response.ok) return (last = undefined);
    etag = response.headers.get('ETag');
    last = toPublishState(statusSchema.parse(await response.json()));
    return last;
  };
}

/** The token that Decap keeps while somebody is signed in. */
function readToken(): string | undefined {
  const stored = localStorage.getItem('decap-cms-user');
  if (stored === null) return undefined;
  return userSchema.safeParse(JSON.parse(stored)).data?.token;
}

function show(strip: HTMLElement, state: PublishState | undefined): void {
  strip.hidden = state === undefined;
  if (state === undefined || strip.textContent === state.text) return;
  strip.dataset['kind'] = state.kind;
  strip.textContent = state.text;
}
