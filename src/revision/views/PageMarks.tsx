import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ShownPage } from '../../browser/page-frame/PageFrame.tsx';
import type { ChangedEntry } from '../pull.ts';
import { type Target, toPlaces, toTargets } from './block-text.ts';
import { placeThreads } from './BodyView.tsx';
import { CommentForm } from './CommentForm.tsx';
import { CommentIcon } from './CommentIcon.tsx';
import { isOf } from './FieldList.tsx';
import { locateFields } from './file-line.ts';
import { findMarks, type PlacedMark } from './find-marks.ts';
import { messages } from './messages.ts';
import type { PageMark, Version } from './page-marks.ts';
import type { Discussion } from './Remarks.tsx';
import { ThreadView } from './Thread.tsx';
import { type Thread, toQuote } from '../../browser/conversation/threads.ts';

interface Props {
  readonly discussion: Discussion;
  readonly entry: ChangedEntry;
  readonly version: Version;
  readonly page: ShownPage;
  readonly threads: readonly Thread[];
}

/**
 * What stands over a rendered page: around each block that changed a line, and on each block a button to comment it.
 * All of it is ours, over the frame: inside it nothing runs.
 */
export function PageMarks({ discussion, entry, version, page, threads }: Props): ReactNode {
  const { report, before, after } = entry;
  const marks = findMarks(page.document, report, version);
  const path = (after ?? before)?.path ?? '';
  const targets = toTargets(report, after, path);
  const placed = placeThreads(threads, toPlaces(report, after));
  const toLine = locateFields(after);
  const describe = (mark: PageMark): { target: Target; place: string; said: readonly Thread[] } => {
    if (mark.kind === 'field') {
      const line = toLine(mark.field);
      const change = report.fields.find(({ field }) => field === mark.field);
      const place = change?.label ?? messages.entry.corrections;
      const quote = toQuote(`${place}: ${change?.after ?? change?.before ?? ''}`);
      const said = change === undefined ? [] : threads.filter((thread) => isOf(thread, change, line));
      return { target: { path, line, quote }, place, said };
    }
    const block = report.body.blocks[mark.index];
    const at = block?.[version] ?? block?.after ?? block?.before;
    const target = targets[mark.index] ?? { path, line: 1, quote: '' };
    return {
      target,
      place: at === undefined ? '' : messages.block.place(at),
      said: placed.get(mark.index) ?? [],
    };
  };
  return (
    <ol className="v-marks" aria-label={messages.page.marks}>
      {marks.map((mark, index) => (
        <OverlayMark
          key={index}
          discussion={discussion}
          placed={mark}
          page={page}
          version={version}
          {...describe(mark.mark)}
        />
      ))}
    </ol>
  );
}

interface MarkProps {
  readonly discussion: Discussion;
  readonly placed: PlacedMark;
  readonly page: ShownPage;
  readonly version: Version;
  readonly target: Target;
  readonly place: string;
  readonly said: readonly Thread[];
}

/** Room that an outline leaves around what it is about. */
const margin = 4;

function OverlayMark({ discussion, placed, page, version, target, place, said }: MarkProps): ReactNode {
  const { pull, onComment, onReply } = discussion;
  const { mark } = placed;
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { scale } = page;
  const top = placed.top * scale - margin;
  const height = placed.height * scale + 2 * margin;
  const left = Math.max(0, placed.left * scale - margin);
  const width = placed.width * scale + 2 * margin;
  const gone = mark.kind === 'block' ? mark.gone : 0;
  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  const label = mark.kind === 'field' ? messages.comment.field : messages.comment.paragraph;
  const count = said.reduce((sum, thread) => sum + thread.said.length, 0);
  return (
    <li className={`v-mark v-${mark.state}`} style={{ top, left, width, height }} data-state={mark.state}>
      {gone > 0 && (
        <span className={version === 'after' ? 'v-gone' : 'v-gone v-comes'}>
          {messages.page.gone[version](gone)}
        </span>
      )}
      {mark.state !== 'kept' && <span className="v-chip">{messages.page.states[mark.state]}</span>}
      {(onComment !== undefined || count > 0) && (
        <button
          ref={button}
          type="button"
          className="v-remark"
          title={label}
          aria-expanded={isOpen}
          data-count={count === 0 ? undefined : count}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <CommentIcon />
          <span className="v-unseen">
            {`${onComment === undefined ? '' : label} (${place})${count > 0 ? `: ${messages.comment.count(count)}` : ''}`}
          </span>
        </button>
      )}
      {isOpen && (
        <Card isAbove={placed.top + placed.height > page.height - 360} onClose={close}>
          {said.map((thread) => (
            <ThreadView key={thread.id} pull={pull} thread={thread} onReply={onReply} />
          ))}
          {onComment !== undefined && (
            <CommentForm
              name={[pull.facts.pull.number, target.path, target.line, target.quote.slice(0, 20)].join(' ')}
              label={messages.comment.label(place)}
              action={messages.comment.send}
              onSend={async (text) => {
                await onComment({ ...target, text });
                close();
              }}
              onCancel={close}
            />
          )}
        </Card>
      )}
    </li>
  );
}

interface CardProps {
  readonly isAbove: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What opens at a mark; it comes into view, and Escape closes it. */
function Card({ isAbove, onClose, children }: CardProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const current = element.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current();
    };
    current?.addEventListener('keydown', onKey);
    return () => {
      current?.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <div ref={element} className={`v-card${isAbove ? ' v-above' : ''}`}>
      {children}
    </div>
  );
}
