import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { mediaBranchPrefix } from '../../review/index.ts';
import { messages } from '../locale/messages.ts';
import { askFor, tellProblem } from './ask-for.ts';
import { toPlaces, useBoard, watchBoard } from './board.ts';
import type { PullFacts } from '../../browser/load-facts.ts';
import { getNewsroom } from './newsroom.ts';
import type { Polling } from '../../browser/poll.ts';
import { toMissing } from './to-strip.ts';
import { toWhen } from '../../browser/when.ts';

interface Props {
  /** Where the cards are: see `toPlaces`. */
  readonly placed: string;
  /** Loads the cards anew. */
  onStale(): void;
}

/** The places for which the cards were loaded anew: some requests have no card. */
let reloadedFor: string | undefined;

/** Below the board: uploads and deletions of files that belong to no text. */
export function Files({ placed, onStale }: Props): ReactNode {
  const { isKnown, facts, pulls } = useBoard();
  const polling = useRef<Polling>(undefined);
  useEffect(() => {
    const newsroom = getNewsroom();
    if (newsroom === undefined) return;
    const started = watchBoard(newsroom);
    polling.current = started;
    return () => {
      started.stop();
    };
  }, []);
  useEffect(() => {
    polling.current?.refresh();
  }, [placed]);
  // Others make and publish requests while the board is open, and Decap reads its drafts once.
  const handleAnswer = useEffectEvent(() => {
    const places = toPlaces(pulls.values());
    if (!isKnown || places === placed || places === reloadedFor) return;
    reloadedFor = places;
    onStale();
  });
  useEffect(() => {
    handleAnswer();
  }, [pulls]);

  const requests = [...facts.values()].filter(({ pull }) => pull.head.ref.startsWith(mediaBranchPrefix));
  if (requests.length === 0) return null;
  const text = messages.pull.files;
  return (
    <section className="gaceta-files" aria-labelledby="gaceta-files-title">
      <h2 id="gaceta-files-title">{text.title}</h2>
      <p>{text.lead}</p>
      <ul>
        {requests.map((one) => (
          <Request key={one.pull.number} facts={one} />
        ))}
      </ul>
    </section>
  );
}

function Request({ facts }: { readonly facts: PullFacts }): ReactNode {
  const { pull, names } = facts;
  const text = messages.pull.files;
  const [doing, setDoing] = useState<'publish' | 'discard'>();
  const missing = toMissing(facts);
  const login = pull.user?.login ?? '';
  const when = toWhen(new Date(pull.created_at), new Date(), getNewsroom()?.timeZone ?? 'UTC');

  const handleClick = async (action: 'publish' | 'discard'): Promise<void> => {
    if (!confirm(action === 'publish' ? text.confirmPublish : text.confirmDiscard)) return;
    setDoing(action);
    const problem = await askFor(
      (api) => (action === 'publish' ? api.publishMediaPull(pull.number) : api.discardPull(pull.number)),
      { done: action === 'publish' ? text.published : text.discarded },
    );
    if (problem !== undefined) tellProblem(problem);
    setDoing(undefined);
  };
  const toButton = (action: 'publish' | 'discard', busy: string): ReactNode => (
    <button
      type="button"
      disabled={doing !== undefined || (action === 'publish' && missing.length > 0)}
      aria-label={`${text[action]}: ${pull.title}`}
      onClick={() => void handleClick(action)}
    >
      {doing === action ? busy : text[action]}
    </button>
  );
  return (
    <li>
      <div>
        <b>{pull.title}</b>
        <p>
          {text.by(names.get(login) ?? login, when)} ·{' '}
          <a href={pull.html_url} target="_blank" rel="noopener noreferrer">
            {messages.pull.link(pull.number)}
          </a>
        </p>
        {missing.length > 0 && <p className="gaceta-card-note">{missing.join(' ')}</p>}
      </div>
      {toButton('publish', text.publishing)}
      {toButton('discard', text.discarding)}
    </li>
  );
}
