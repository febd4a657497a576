import { type ReactNode } from 'react';
import { createStore, useStore } from './store.ts';

interface News {
  readonly text: string;
  readonly isError: boolean;
  /** The same words twice are news twice. */
  readonly count: number;
}

const news = createStore<News>({ text: '', isError: false, count: 0 });

/** How long news stay on the screen, in milliseconds. */
const duration = 6_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something that happened: for eyes a while at the foot of the page, for screen readers at once. */
export function announce(text: string, { isError } = { isError: false }): void {
  clearTimeout(timer);
  news.set({ text, isError, count: news.get().count + 1 });
  if (isError) return;
  timer = setTimeout(() => {
    news.set({ ...news.get(), text: '' });
  }, duration);
}

/** Where news are said. It stands in the page from the beginning, or nobody hears it. */
export function LiveRegion(): ReactNode {
  const { text, isError, count } = useStore(news);
  return (
    <div className={isError ? 'news error' : 'news'} role="status">
      {text !== '' && <p key={count}>{text}</p>}
    </div>
  );
}
