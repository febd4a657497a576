import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { keepLinksInPlace, toHeight } from './page.ts';

/** How high a page thinks that its window is, before its own height is known: `vh` counts from it. */
const windowHeight = 800;

/** Milliseconds after which a page is shown though not every image of it is there. */
const patience = 400;

interface FrameProps {
  readonly html: string;
  readonly title: string;
  readonly width: number;
  /** Is it the one in front? The other lies behind it until it has painted. */
  readonly isShown: boolean;
  /** It has painted, or has another height since: in CSS pixels of the page. */
  readonly onLaidOut: (document: Document, height: number) => void;
}

/**
 * One page in a frame in which no script runs; it is as high as its content, so that what scrolls is around it:
 * listeners of ours inside would not fire in Safari.
 */
export function Frame({ html, title, width, isShown, onLaidOut }: FrameProps): ReactNode {
  const element = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(windowHeight);
  const tell = useRef(onLaidOut);
  tell.current = onLaidOut;

  useEffect(() => {
    const frame = element.current;
    if (frame === null) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    let observer: ResizeObserver | undefined;
    const start = async (): Promise<void> => {
      const page = await whenLoaded(frame, signal);
      if (page === undefined) return;
      keepLinksInPlace(page);
      setHeight(toHeight(page));
      await nextPaint();
      const follow = (): void => {
        if (signal.aborted) return;
        const now = toHeight(page);
        setHeight(now);
        tell.current(page, now);
      };
      observer = new ResizeObserver(follow);
      observer.observe(page.documentElement);
      follow();
    };
    void start();
    return () => {
      controller.abort();
      observer?.disconnect();
    };
  }, []);

  const style: CSSProperties = {
    position: 'absolute',
    top: 0,
    left: 0,
    zIndex: isShown ? 1 : 0,
    width,
    height,
    border: 0,
    background: '#fff',
  };
  return (
    <iframe
      ref={element}
      title={title}
      srcDoc={html}
      // Links open a window of their own; no `allow-scripts`.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      scrolling="no"
      inert={!isShown}
      style={style}
    />
  );
}

/** The page of a frame when it and its images are there, or it alone after some patience. */
function whenLoaded(frame: HTMLIFrameElement, signal: AbortSignal): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const settle = (): void => {
      resolve(signal.aborted ? undefined : (frame.contentDocument ?? undefined));
    };
    frame.addEventListener('load', settle, { signal });
    const timer = setTimeout(() => {
      if (frame.contentDocument?.URL === 'about:srcdoc' && frame.contentDocument.readyState !== 'loading')
        settle();
    }, patience);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      settle();
    });
  });
}

/** After the browser has painted what is laid out now: it does so when the callbacks before a frame have run. */
const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
