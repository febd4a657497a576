import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { toWhen } from '../../browser/when.ts';
import type { Api } from '../api.ts';
import { useKeys } from '../keys/use-keys.ts';
import { announce } from '../LiveRegion.tsx';
import { messages } from '../messages.ts';
import type { LoadedPull, Viewer } from '../pull.ts';
import { go, type View, views } from '../route.ts';
import { createStore, useStore } from '../store.ts';
import { ActionBar } from './ActionBar.tsx';
import { toActions } from './actions.ts';
import { PullHead } from './PullHead.tsx';
import { type KnownPull, watchPull } from './watch-pull.ts';
import { ViewPane, ViewTabs } from './ViewPane.tsx';

interface Props {
  readonly api: Api;
  readonly number: number;
  readonly view: View;
  readonly viewer: Viewer;
}

/** One pull request: what it changes, what was said of it, and what can be done with it. */
export function PullPage({ api, number, view, viewer }: Props): ReactNode {
  const store = useMemo(() => createStore<KnownPull>({}), []);
  const { pull, problem, isMissing } = useStore(store);
  const [refresh, setRefresh] = useState<() => void>();
  useEffect(() => {
    const watch = watchPull(api, number, viewer, store);
    setRefresh(() => watch.refresh);
    return () => {
      watch.stop();
    };
  }, [api, number, viewer.login]);
  useTitle(api, pull);
  useMovedNews(pull);
  useKeys({
    u: () => {
      go({ page: 'queue' });
    },
    ...Object.fromEntries(
      views.map((name, index) => [
        String(index + 1),
        () => {
          go({ page: 'pull', number, view: name }, { replace: true });
        },
      ]),
    ),
  });
  return (
    <>
      <main id="contenido" className="pull" aria-busy={pull === undefined && isMissing === undefined}>
        <p className="crumb">
          <a href="#/">{messages.pull.back}</a>
        </p>
        <h1 tabIndex={-1}>{pull?.facts.pull.title ?? messages.appName}</h1>
        {problem !== undefined && (
          <p className="problem" role="alert">
            {problem} {pull !== undefined && messages.failure.stale}
          </p>
        )}
        {isMissing && <p>{messages.pull.notFound}</p>}
        {pull === undefined && problem === undefined && isMissing === undefined && <p>{messages.loading}</p>}
        {pull !== undefined && (
          <>
            <PullHead pull={pull} actions={toActions(api, pull)} onDone={() => refresh?.()} />
            <ViewTabs pull={pull} view={view} />
            <ViewPane pull={pull} view={view} actions={toActions(api, pull)} onDone={() => refresh?.()} />
          </>
        )}
      </main>
      {pull !== undefined && <ActionBar api={api} pull={pull} onDone={() => refresh?.()} />}
    </>
  );
}

function useTitle({ settings }: Api, pull: LoadedPull | undefined): void {
  const title = pull?.facts.pull.title ?? messages.appName;
  useEffect(() => {
    document.title = messages.title(title, settings.siteName);
  }, [title, settings]);
}

/** Somebody saved while it was on the screen. */
function useMovedNews(pull: LoadedPull | undefined): void {
  const head = pull?.facts.pull.head.sha;
  const [seen, setSeen] = useState<string>();
  useEffect(() => {
    setSeen(head);
    const last = pull?.facts.commits.at(-1);
    if (seen === undefined || head === seen || last === undefined || pull === undefined) return;
    if (last.author?.login === pull.viewer.login) return;
    const { name, date } = last.commit.author;
    announce(messages.pull.moved(name, toWhen(new Date(date), new Date(), pull.timeZone)));
  }, [head]);
}
