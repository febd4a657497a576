import { type ReactNode, useId, useState } from 'react';
import type { ChangedEntry, ViewProps } from '../pull.ts';
import { BodyView } from './BodyView.tsx';
import { Choice } from './Choice.tsx';
import { Corrections } from './Corrections.tsx';
import { EntryHeading } from './EntryHeading.tsx';
import { FieldList, isOf } from './FieldList.tsx';
import { locateFields } from './file-line.ts';
import { ItemList, toDownloadItem, toEmbedItem, toItems, toLinkItem } from './ItemList.tsx';
import { messages } from './messages.ts';
import { Media, Pictures } from './Pictures.tsx';
import type { Discussion } from './Remarks.tsx';
import { type Thread, toThreads } from '../../browser/conversation/threads.ts';
import './views.css';

const layouts = [
  { value: 'inline', label: messages.layout.inline },
  { value: 'sides', label: messages.layout.sides },
] as const;

/** What changed, in words and in pictures. */
export function TextView({ pull, onComment, onReply }: ViewProps): ReactNode {
  const [layout, setLayout] = useState<'inline' | 'sides'>('inline');
  const threads = toThreads(pull.reviewComments);
  return (
    <div className="v-view">
      <div className="v-tools">
        <Choice label={messages.layout.label} options={layouts} value={layout} onChange={setLayout} />
      </div>
      {pull.entries.length === 0 && pull.media.length === 0 && <p>{messages.entry.none}</p>}
      {pull.entries.map((entry) => (
        <Entry
          key={entry.report.after?.path ?? entry.report.before?.path}
          discussion={{ pull, onComment, onReply }}
          entry={entry}
          threads={threads}
          isSideBySide={layout === 'sides'}
        />
      ))}
      <Media pull={pull} />
      {pull.left > 0 && <p className="v-note">{messages.entry.left(pull.left)}</p>}
    </div>
  );
}

interface EntryProps {
  readonly discussion: Discussion;
  readonly entry: ChangedEntry;
  readonly threads: readonly Thread[];
  readonly isSideBySide: boolean;
}

function Entry({ discussion, entry, threads, isSideBySide }: EntryProps): ReactNode {
  const id = useId();
  const { report, before, after } = entry;
  const path = (after ?? before)?.path;
  const own = threads.filter((thread) => thread.path === path);
  const toLine = locateFields(after);
  const isOfField = (thread: Thread): boolean =>
    report.fields.some((change) => isOf(thread, change, toLine(change.field)));
  const hasText = after === undefined ? before !== undefined : 'body' in after.collection.fields;
  return (
    <article aria-labelledby={id} className="v-entry">
      <EntryHeading id={id} report={report} />
      <Corrections changes={report.corrections} />
      <FieldList
        discussion={discussion}
        entry={entry}
        threads={own.filter(isOfField)}
        isSideBySide={isSideBySide}
      />
      {hasText && (
        <section>
          <h3>{messages.entry.body}</h3>
          <BodyView
            discussion={discussion}
            entry={entry}
            threads={own.filter((thread) => !isOfField(thread))}
            isSideBySide={isSideBySide}
          />
        </section>
      )}
      <ItemList title={messages.entry.links} changes={toItems(report.links, toLinkItem)} />
      <ItemList title={messages.entry.embeds} changes={toItems(report.embeds, toEmbedItem)} />
      <ItemList title={messages.entry.downloads} changes={toItems(report.downloads, toDownloadItem)} />
      <Pictures pull={discussion.pull} entry={entry} />
    </article>
  );
}
