import {
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { EntryError, parseEntry } from '../../../content-schema/index.ts';
import type { PullFacts } from '../../browser/load-facts.ts';
import { toTimeline } from '../../browser/conversation/timeline.ts';
import { type Said, type Thread, toWords } from '../../browser/conversation/threads.ts';
import { toWhen } from '../../browser/when.ts';
import { readBody } from '../../review/report/read-body.ts';
import {
  getDraftBase,
  getDraftCollection,
  getDraftData,
  getDraftPath,
  onDraftChange,
  toDraftValues,
} from '../draft.ts';
import { messages } from '../locale/messages.ts';
import { isWriting } from '../writing.ts';
import { askFor } from './ask-for.ts';
import { findField } from './find-field.ts';
import { findPassage, type StoredText, toText } from './find-passage.ts';
import { MessageButton } from './MessageButton.tsx';
import type { Newsroom } from './newsroom.ts';
import { SaidItem } from './SaidItem.tsx';
import { ThreadItem, type ThreadItemProps } from './ThreadItem.tsx';
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
  /** Once drawn it stays: an answer may be half written. Before, nobody has to find passages at every key. */
  const [isDrawn, setDrawn] = useState(false);
  if (isOpen && !isDrawn) setDrawn(true);
  const all = useMemo(
    () => (conversation === undefined ? undefined : toMessages(toTimeline({ facts, ...conversation }))),
    [conversation, facts],
  );
  const saved = facts.commits.findLast(({ author }) => author?.login === login);
  const unread = findNews(all ?? [], login, saved?.commit.committer.date);
  const news = unread.at(-1);
  const newsId = news?.id;
  // What was closed opens again for something new only; what is open stays so while one answers.
  useEffect(() => {
    if (newsId !== undefined && hasRoom() && !isWriting()) setOpen(true);
  }, [newsId]);
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isOpen && element.current !== null) showUnread(element.current);
  }, [isOpen]);
  if (all === undefined) return hasFailed ? <p>{text.failed}</p> : null;
  const count = toSaid(all).length;
  const toName = (who: string | undefined): string =>
    who === undefined ? text.someone : (conversation?.names.get(who) ?? who);
  const issue = `${newsroom.repo}/issues/${String(facts.pull.number)}/comments`;
  return (
    <details
      ref={element}
      className="gaceta-conversation"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        {text.title(count)}
        <span role="status">{news === undefined ? '' : ` · ${text.news(toName(news.login))}`}</span>
      </summary>
      {all.length === 0 && <p>{text.none}</p>}
      {isDrawn && <Messages newsroom={newsroom} facts={facts} all={all} unread={unread[0]} toName={toName} />}
      <MessageButton
        action={text.comment}
        label={text.commentLabel}
        onSend={(body) => askFor((api) => send(api, issue, body), { done: text.sent })}
      />
    </details>
  );
}

/** On a phone it would leave nothing of the form. */
const hasRoom = (): boolean => matchMedia('(min-width: 800px)').matches;

/** Scrolls a long conversation to what has not been answered. */
function showUnread(conversation: HTMLElement): void {
  const first = conversation.querySelector<HTMLElement>('[data-unread]');
  const above = conversation.querySelector('summary')?.offsetHeight ?? 0;
  if (first !== null) conversation.scrollTop = first.offsetTop - above;
}

interface MessagesProps {
  readonly newsroom: Newsroom;
  readonly facts: PullFacts;
  readonly all: readonly Message[];
  /** The first thing that waits for an answer. */
  readonly unread: Said | undefined;
  toName(login: string | undefined): string;
}

function Messages({ newsroom, facts, all, unread, toName }: MessagesProps): ReactNode {
  const data = useDeferredValue(useSyncExternalStore(onDraftChange, getDraftData));
  const values = useMemo(() => toDraftValues(data), [data]);
  const body = typeof values['body'] === 'string' ? values['body'] : '';
  const fields = getDraftCollection()?.fields ?? {};
  const source = useSyncExternalStore(onDraftChange, getDraftBase);
  const blocks = useMemo(() => readBody(body), [body]);
  const stored = useMemo(() => toStored(source), [source]);
  const words = useMemo(() => toWords(`${source ?? ''} ${blocks.map(toText).join(' ')}`), [source, blocks]);
  const path = getDraftPath();
  const toAbout = (thread: Thread): Pick<ThreadItemProps, 'isHere' | 'passage' | 'field' | 'isGone'> => {
    const { quote = '' } = thread;
    const isHere = thread.path === path;
    const passage = isHere ? findPassage(thread, blocks, stored) : undefined;
    const field = isHere && passage === undefined ? findField(quote, fields, values) : undefined;
    const isGone = field?.hasChanged ?? !words.includes(toWords(quote));
    return { isHere, passage, field, isGone };
  };
  const toTime = (at: string): string => toWhen(new Date(at), new Date(), newsroom.timeZone);
  return (
    <ol>
      {all.map((message) =>
        message.kind === 'said' ? (
          <li
            key={`said ${String(message.said.id)}`}
            data-state={message.verdict}
            data-unread={message.said === unread || undefined}
          >
            <SaidItem
              name={toName(message.said.login)}
              did={text.verdicts[message.verdict ?? '']}
              when={toTime(message.said.at)}
              text={message.said.text}
            />
          </li>
        ) : (
          <li
            key={`thread ${String(message.thread.id)}`}
            data-unread={message.thread.said.some((one) => one === unread) || undefined}
          >
            <ThreadItem
              thread={message.thread}
              {...toAbout(message.thread)}
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
