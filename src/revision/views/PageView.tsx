import { type ReactNode, useMemo, useState } from 'react';
import { PageFrame } from '../../browser/page-frame/PageFrame.tsx';
import type { PreviewFailure, PreviewRequest } from '../../browser/page-frame/preview-request.ts';
import type { ChangedEntry, LoadedPull, Side, ViewProps } from '../pull.ts';
import { Choice } from './Choice.tsx';
import { EntryChoice } from './EntryChoice.tsx';
import { messages } from './messages.ts';
import type { Version } from './page-marks.ts';
import { PageMarks } from './PageMarks.tsx';
import { PlainPage } from './PlainPage.tsx';
import type { Discussion } from './Remarks.tsx';
import { toThreads } from '../../browser/conversation/threads.ts';
import './views.css';

const { page: words } = messages;
const versions = [
  { value: 'before', label: messages.layout.before },
  { value: 'after', label: messages.layout.after },
  { value: 'both', label: words.both },
] as const;
const widths = [
  { value: 'phone', label: words.phone },
  { value: 'desktop', label: words.desktop },
] as const;
const themes = [
  { value: 'light', label: words.light },
  { value: 'dark', label: words.dark },
] as const;

/** CSS pixels of the window in which the page is shown. */
const pixels = { phone: 375, desktop: 1280 } as const;

/** The page as readers will see it, with what changed outlined: as it was, as it will be, or both. */
export function PageView({ pull, onComment, onReply }: ViewProps): ReactNode {
  const [chosen, setChosen] = useState(0);
  const entry = pull.entries[chosen] ?? pull.entries[0];
  const isNarrow = useMemo(() => matchMedia('(max-width: 56em)').matches, []);
  const isDark = useMemo(() => matchMedia('(prefers-color-scheme: dark)').matches, []);
  const [version, setVersion] = useState<Version | 'both'>(isNarrow ? 'after' : 'both');
  const [width, setWidth] = useState<keyof typeof pixels>('phone');
  const [theme, setTheme] = useState<'light' | 'dark'>(isDark ? 'dark' : 'light');
  if (entry === undefined) return <p className="v-view">{messages.entry.none}</p>;
  const { before, after } = entry;
  const hasBoth = before !== undefined && after !== undefined;
  const shown: Version[] = !hasBoth
    ? [after === undefined ? 'before' : 'after']
    : version === 'both'
      ? ['before', 'after']
      : [version];
  return (
    <div className="v-view v-page">
      <EntryChoice entries={pull.entries} chosen={chosen} onChange={setChosen} />
      <div className="v-tools">
        {hasBoth && <Choice label={words.version} options={versions} value={version} onChange={setVersion} />}
        <Choice label={words.width} options={widths} value={width} onChange={setWidth} />
        <Choice label={words.theme} options={themes} value={theme} onChange={setTheme} />
      </div>
      {after === undefined && <p className="v-note">{words.deleted}</p>}
      <div className={`v-frames v-${width}`}>
        {shown.map((which) => (
          <OnePage
            key={`${which} ${(after ?? before)?.path ?? ''}`}
            discussion={{ pull, onComment, onReply }}
            entry={entry}
            version={which}
            side={which === 'before' ? before : after}
            width={pixels[width]}
            theme={theme}
          />
        ))}
      </div>
    </div>
  );
}

interface PageProps {
  readonly discussion: Discussion;
  readonly entry: ChangedEntry;
  readonly version: Version;
  readonly side: Side | undefined;
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

function OnePage({ discussion, entry, version, side, width, theme }: PageProps): ReactNode {
  const [failure, setFailure] = useState<PreviewFailure>();
  const { pull } = discussion;
  const request = useRequest(side, pull);
  const threads = toThreads(pull.reviewComments).filter(
    ({ path }) => path === (entry.after ?? entry.before)?.path,
  );
  const title = words.title(entry.report.title, messages.layout[version]);
  const isPlain = pull.context === undefined || failure?.kind === 'unavailable';
  return (
    <section className="v-one" aria-label={title}>
      <p className="v-version">{messages.layout[version]}</p>
      {isPlain ? (
        <PlainPage discussion={discussion} entry={entry} version={version} threads={threads} />
      ) : (
        <>
          {failure !== undefined && (
            <p role="alert" className="v-note">
              {failure.message}
            </p>
          )}
          <div className="v-frame">
            <PageFrame request={request} width={width} theme={theme} title={title} onAnswer={setFailure}>
              {(page) => (
                <PageMarks
                  discussion={discussion}
                  entry={entry}
                  version={version}
                  page={page}
                  threads={threads}
                />
              )}
            </PageFrame>
          </div>
        </>
      )}
    </section>
  );
}

/** The same object while nothing of it changes: another one would be another question to the server. */
function useRequest(side: Side | undefined, { context }: LoadedPull): PreviewRequest | undefined {
  return useMemo(
    () =>
      side === undefined || context === undefined
        ? undefined
        : {
            collection: side.collection.name,
            id: side.id,
            values: side.values,
            context,
            assets: side.assets,
            marks: true,
          },
    [side, context],
  );
}
