import type { FileChange } from '../git/index.ts';
import type { Desk } from './context.ts';
import { findObstacles } from './merge-rules.ts';
import { pullMessages as messages } from './messages.ts';
import { escape, page } from './page.ts';
import { compareCommits, findPull, isMergeable } from './pulls.ts';
import { bot } from './types.ts';
import { latestStatuses } from './views/status.ts';

/**
 * A pull request for people to read, without signing in: whoever reaches the forge can sign in as anybody.
 * @throws HttpError 404
 */
export async function pullPage(desk: Desk, number: string): Promise<Response> {
  const pull = await findPull(desk, number);
  const snapshot = await desk.state.read();
  const isOpen = pull.state === 'open';
  const [{ files }, isClean, obstacles] = await Promise.all([
    compareCommits(desk, pull.baseSha, pull.headSha),
    isOpen ? isMergeable(desk, pull.baseSha, pull.headSha) : true,
    isOpen ? findObstacles(desk, snapshot, pull, bot) : [],
  ]);
  const nameOf = (login: string): string =>
    [...desk.options.users, bot].find((user) => user.login === login)?.name ?? login;
  const said = [
    ...snapshot.reviews(pull.number).map(({ user, state, body, submittedAt: at }) => ({
      at,
      text: `${messages.reviews[state](nameOf(user))}${body === '' ? '' : `: ${body}`}`,
    })),
    ...snapshot
      .comments(pull.number)
      .map(({ user, body, createdAt: at }) => ({ at, text: `${nameOf(user)}: ${body}` })),
  ].sort((one, other) => one.at.localeCompare(other.at));
  const statuses = latestStatuses(snapshot.statuses(pull.headSha));
  const missing = [...(isClean ? [] : [messages.conflict]), ...obstacles];
  const state = pull.mergedAt !== null ? 'merged' : pull.state;
  return page({
    title: pull.title,
    body: `<p><a href="${toForm(pull.branch)}">${messages.back}</a></p>
    <h1>${escape(pull.title)} <small>#${String(pull.number)}</small></h1>
    <p><strong>${messages.states[state]}</strong> · ${escape(nameOf(pull.user))} · ${time(pull.createdAt)}</p>
    ${list(pull.labels.map((label) => messages.labels.get(label) ?? label))}
    ${pull.body ? `<p class="text">${escape(pull.body)}</p>` : ''}
    ${isOpen ? section(messages.rules, missing.length === 0 ? `<p>${messages.allowed}</p>` : list(missing)) : ''}
    ${section(messages.checks, list(statuses.map((one) => `${one.context}: ${messages.checkStates[one.state]}. ${one.description ?? ''}`)))}
    ${section(messages.conversation, said.map(({ at, text }) => `<p class="text">${time(at)}<br>${escape(text)}</p>`).join(''))}
    ${section(messages.files(files.length), files.map(fileOf).join(''))}`,
    style,
    referrer: 'no-referrer',
  });
}

/** The form of the entry; the board for files without one. */
function toForm(branch: string): string {
  const [prefix, collection, ...slug] = branch.split('/');
  if (prefix !== 'cms' || collection === undefined || slug.length === 0) return '/admin/#/workflow';
  return escape(`/admin/#/collections/${collection}/entries/${slug.map(encodeURIComponent).join('/')}`);
}

const section = (title: string, content: string): string =>
  content === '' ? '' : `<section><h2>${escape(title)}</h2>${content}</section>`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;

/** In the time zone of this computer, on which the newsroom runs. */
const time = (date: string): string =>
  `<time datetime="${date}">${new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(new Date(date))}</time>`;

function fileOf({ path, previousPath, status, patch }: FileChange): string {
  const name = previousPath === undefined ? path : `${previousPath} → ${path}`;
  const change =
    patch === undefined
      ? `<p>${messages.noText}</p>`
      : `<pre>${patch.split('\n').map(lineOf).join('')}</pre>`;
  return `<h3>${escape(name)} <small>${messages.changes[status]}</small></h3>${change}`;
}

const elements: Readonly<Record<string, string>> = { '+': 'ins', '-': 'del', '@': 'b' };

function lineOf(line: string): string {
  const element = elements[line.charAt(0)] ?? 'span';
  return `<${element}>${escape(line)}</${element}>`;
}

const style = `
  main { max-width: 52rem; margin: 0 auto; overflow-wrap: anywhere; }
  h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
  h3 { font-size: 1rem; }
  .text { white-space: pre-wrap; }
  pre { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; white-space: pre-wrap; font-size: .875rem; }
  pre > * { display: block; min-height: 1.5em; text-decoration: none; }
  ins { background: #2f9e4433; }
  del { background: #e0313133; }`;
