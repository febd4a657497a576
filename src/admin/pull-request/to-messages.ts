import type { Event } from '../../browser/conversation/timeline.ts';
import type { Said, Thread } from '../../browser/conversation/threads.ts';

/** What stands in the conversation of the strip, oldest first. */
export type Message =
  | { readonly kind: 'said'; readonly said: Said; readonly verdict: string | undefined }
  | { readonly kind: 'thread'; readonly thread: Thread };

/** Approvals without words are in the strip already. */
export function toMessages(events: readonly Event[]): Message[] {
  return events.flatMap((event): Message[] => {
    if (event.kind === 'thread') return [{ kind: 'thread', thread: event.thread }];
    if (event.text.trim() === '') return [];
    const { id, login, text, at } = event;
    const verdict = event.kind === 'review' ? event.state : undefined;
    return [{ kind: 'said', said: { id, login, text, at }, verdict }];
  });
}

/** Every single thing that was said, oldest first. */
export const toSaid = (messages: readonly Message[]): Said[] =>
  messages
    .flatMap((message) => (message.kind === 'thread' ? message.thread.said : [message.said]))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

/**
 * What others have said that this person has neither answered nor worked on since, oldest first.
 * @param workedAt ISO 8601, when this person saved last
 */
export function findNews(messages: readonly Message[], login: string, workedAt: string | undefined): Said[] {
  const said = toSaid(messages);
  const answered = said.findLast((one) => one.login === login)?.at;
  const since = Math.max(...[answered, workedAt].map((at) => (at === undefined ? 0 : Date.parse(at))));
  return said.filter((one) => one.login !== login && Date.parse(one.at) > since);
}
