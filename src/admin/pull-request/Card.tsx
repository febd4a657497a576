import type { ComponentType, ReactNode } from 'react';
import { toChangeKind } from '../../review/index.ts';
import { messages } from '../locale/messages.ts';
import { useBoard } from './board.ts';
import { readUser } from '../../browser/signed-in.ts';
import { getNewsroom } from './newsroom.ts';
import { toMissing, toStrip } from './to-strip.ts';

interface TitleProps {
  readonly branch: string;
  readonly title: string;
}

/** The title of a card of the board, and before it what the request does, unless it is a plain edit. */
export function CardTitle({ branch, title }: TitleProps): ReactNode {
  const kind = toChangeKind(
    useBoard()
      .pulls.get(branch)
      ?.labels.map(({ name }) => name) ?? [],
  );
  if (kind === undefined) return title;
  return (
    <>
      <span className="gaceta-card-kind">{messages.pull.kinds[kind]}:</span> {title}
    </>
  );
}

interface NotesProps {
  readonly branch: string;
  /** `date` of the entry, as the file has it. */
  readonly date: unknown;
}

/** When a ready draft appears, and what it lacks. */
export function CardNotes({ branch, date }: NotesProps): ReactNode {
  const facts = useBoard().facts.get(branch);
  if (facts === undefined) return null;
  const timeZone = getNewsroom()?.timeZone ?? 'UTC';
  const viewer = { login: readUser()?.login ?? '', now: new Date(), timeZone };
  const { notes, missing } = toStrip(facts, viewer, {
    seenHead: undefined,
    hasChanged: false,
    date,
    isPublished: false,
  });
  return [...missing, ...notes].map((note) => (
    <p key={note} className="gaceta-card-note">
      {note}
    </p>
  ));
}

interface GateProps {
  /** The button that publishes, as Decap has it. */
  readonly as: ComponentType<{ disabled: boolean }>;
  readonly branch: string;
  readonly disabled: boolean;
}

/** «Publicar» on a card: it can be pressed when the rules allow it. */
export function CardGate({ as: Button, branch, disabled, ...props }: GateProps): ReactNode {
  const facts = useBoard().facts.get(branch);
  const isFree = getNewsroom() === undefined || (facts !== undefined && toMissing(facts).length === 0);
  return <Button {...props} disabled={disabled || !isFree} />;
}
