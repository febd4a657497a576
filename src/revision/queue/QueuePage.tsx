import { type ReactNode, useEffect, useRef } from 'react';
import type { Api } from '../api.ts';
import { useKeys } from '../keys/use-keys.ts';
import { announce } from '../LiveRegion.tsx';
import { messages } from '../messages.ts';
import { useStore } from '../store.ts';
import { QueueRow } from './QueueRow.tsx';
import { toQueue } from './to-queue.ts';
import { queue, watchQueue } from './watch-queue.ts';

interface Props {
  readonly api: Api;
  readonly login: string;
}

/** What awaits the one who looks, oldest first. */
export function QueuePage({ api, login }: Props): ReactNode {
  const list = useRef<HTMLElement>(null);
  const { pulls, names, problem } = useStore(queue);
  useEffect(() => watchQueue(api), [api, login]);
  const sections = pulls === undefined ? [] : toQueue(pulls, login, names);
  const waiting = sections.find(({ name }) => name === 'awaits')?.items.length ?? 0;
  useEffect(() => {
    document.title = messages.title(
      `${waiting > 0 ? `(${String(waiting)}) ` : ''}${messages.queue.heading}`,
      api.settings.siteName,
    );
  }, [api, waiting]);
  useNews(pulls === undefined ? undefined : waiting);
  const step = (by: number): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a.row') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
  });
  const text = messages.queue;
  return (
    <main id="contenido" className="queue" ref={list} aria-busy={pulls === undefined}>
      <h1 tabIndex={-1}>{text.heading}</h1>
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {pulls === undefined && problem === undefined && <p>{messages.loading}</p>}
      {pulls !== undefined && waiting === 0 && <p>{sections.length === 0 ? text.empty : text.nothing}</p>}
      {sections.map(({ name, items }) => (
        <section key={name} aria-labelledby={`seccion-${name}`}>
          <h2 id={`seccion-${name}`}>
            {text.sections[name]} <span className="count">{items.length}</span>
          </h2>
          <ul className="rows">
            {items.map((item) => (
              <QueueRow key={item.number} item={item} timeZone={api.settings.timeZone} />
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

/** Tells who listens that more waits than before. */
function useNews(waiting: number | undefined): void {
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting !== undefined && before.current !== undefined && waiting > before.current) {
      announce(messages.queue.news(waiting));
    }
    before.current = waiting;
  }, [waiting]);
}
