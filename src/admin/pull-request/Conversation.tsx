import { type ReactNode, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import { EntryError, parseEntry } from '../../../content-schema/index.ts';
import type { PullFacts } from '../../browser/load-facts.ts';
import { toTimeline } from '../../browser/conversation/timeline.ts';
import { toWords } from '../../browser/conversation/threads.ts';
import { toWhen } from '../../browser/when.ts';
import { readBody } from '../../review/report/read-body.ts';
import { getDraftBase, getDraftBody, getDraftCollection, getDraftPath, onDraftChange } from '../draft.ts';
import { messages } from '../locale/messages.ts';
import { askFor } from './ask-for.ts';
import { findPassage, type StoredText, toText } from './find-passage.ts';
import { MessageButton } from './MessageButton.tsx';
import type { Newsroom } from './newsroom.ts';
import { SaidItem } from './SaidItem.tsx';
import { ThreadItem } from './ThreadItem.tsx';
import { findNews, type Message, toMessages, toSaid } from './to-messages.ts';
import { useComments } from './use-comments.ts';

interface Props {
  readonly newsroom: Newsroom;
  readonly facts: PullFacts;
  readonly login: string;
}

const text = messages.pull.conversation;

/** What those who review said of the draft in the form, and where one answers. */
export default function Conversation({ newsroom, facts, login }: Props): ReactNode {
  const { conversation, hasFailed } = useComments(newsroom, facts);
  const [isOpen, setOpen] = useState(false);
  /** How much had been said when it was closed. */
  const [closedAt, setClosedAt] = useState(0);
  const all = useMemo(
    () => (conversation === undefined ? undefined : toMessages(toTimeline({ facts, ...conversation }))),
    [conversation, facts],
  );
  if (all === undefined) return hasFailed ? <p>{text.failed}</p> : null;
  const count = toSaid(all).length;
  const saved = facts.commits.findLast(({ author }) => author?.login === login);
  const news = findNews(all, login, saved?.commit.committer.date);
  // What was closed opens again for something new only; what is open stays so while one answers.
  if (!isOpen && news !== undefined && count > closedAt) setOpen(true);
  const toName = (who: string | undefined): string =>
    who === undefined ? text.someone : (conversation?.names.get(who) ?? who);
  const issue = `${newsroom.repo}/issues/${String(facts.pull.number)}/comments`;
  return (
    <details
      className="gaceta-conversation"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open === isOpen) return;
        if (isOpen) setClosedAt(count);
        setOpen(!isOpen);
      }}
    >
      <summary>
        {text.title(count)}
        <span role="status">{news === undefined ? '' : ` · ${text.news(toName(news.login))}`}</span>
      </summary>
      {all.length === 0 && <p>{text.none}</p>}
      <Messages newsroom={newsroom} facts={facts} all={all} toName={toName} />
      <MessageButton
        action={text.comment}
        label={text.commentLabel}
        onSend={(body) => askFor((api) => send(api, issue, body), { done: text.sent })}
      />
    </details>
  );
}

interface MessagesProps {
  readonly newsroom: Newsroom;
  readonly facts: PullFacts;
  readonly all: readonly Message[];
  toName(login: string | undefined): string;
}

function Messages({ newsroom, facts, all, toName }: MessagesProps): ReactNode {
  const body = useDeferredValue(useSyncExternalStore(onDraftChange, getDraftBody));
  const source = useSyncExternalStore(onDraftChange, getDraftBase);
  const blocks = useMemo(() => readBody(body), [body]);
  const stored = useMemo(() => toStored(source), [source]);
  const words = useMemo(() => toWords(`${source ?? ''} ${blocks.map(toText).join(' ')}`), [source, blocks]);
  const path = getDraftPath();
  const toTime = (at: string): string => toWhen(new Date(at), new Date(), newsroom.timeZone);
  return (
    <ol>
      {all.map((message) =>
        message.kind === 'said' ? (
          <li key={`said ${String(message.said.id)}`} data-state={message.verdict}>
            <SaidItem
              name={toName(message.said.login)}
              did={text.verdicts[message.verdict ?? '']}
              when={toTime(message.said.at)}
              text={message.said.text}
            />
          </li>
        ) : (
          <li key={`thread ${String(message.thread.id)}`}>
            <ThreadItem
              thread={message.thread}
              passage={message.thread.path === path ? findPassage(message.thread, blocks, stored) : undefined}
              isHere={message.thread.path === path}
              isGone={!words.includes(toWords(message.thread.quote ?? ''))}
              toName={toName}
              toTime={toTime}
              onReply={(reply) =>
                askFor(
                  (api) =>
                    send(
                      api,
                      `${newsroom.repo}/pulls/${String(facts.pull.number)}/comments/${String(message.thread.id)}/replies`,
                      reply,
                    ),
                  { done: text.sent },
                )
              }
            />
          </li>
        ),
      )}
    </ol>
  );
}

/** The text that the form began with, in which the lines of comments count. */
function toStored(source: string | undefined): StoredText | undefined {
  const [collection, path] = [getDraftCollection(), getDraftPath()];
  if (source === undefined || collection === undefined || path === undefined) return undefined;
  try {
    const { values, locate } = parseEntry(collection, source, path);
    const { body } = values;
    return typeof body === 'string' ? { blocks: readBody(body), bodyLine: locate(['body']).line } : undefined;
  } catch (error) {
    if (error instanceof EntryError) return undefined;
    throw error;
  }
}

interface Sender {
  request(path: string, options: { method: string; body: string }): Promise<unknown>;
}

const send = (api: Sender, path: string, body: string): Promise<unknown> =>
  api.request(path, { method: 'POST', body: JSON.stringify({ body }) });
