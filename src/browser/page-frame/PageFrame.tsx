import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { fetchPreview } from './fetch-preview.ts';
import { Frame } from './Frame.tsx';
import { keepLinksInPlace, toHeight } from './page.ts';
import type { PreviewFailure, PreviewRequest } from './preview-request.ts';
import { updatePage } from './update-page.ts';
import { useAnswers } from './use-answers.ts';

/** A page that is shown, for what stands over it. */
export interface ShownPage {
  readonly document: Document;
  /** Height in CSS pixels of the page. */
  readonly height: number;
  /** Pixels on the screen for a pixel of the page, at most 1. */
  readonly scale: number;
  /** What is other than on the page before, in its order; nothing when all of it was loaded. */
  readonly changed: readonly Element[];
}

interface PageFrameProps {
  /** What to show; a new object is a new question. Undefined: what is shown stays. */
  readonly request: PreviewRequest | undefined;
  /** Width of the page's window in CSS pixels; where there is less room, it is scaled down. */
  readonly width: number;
  /** Accessible name of the frame. */
  readonly title: string;
  /** In place of the request's. */
  readonly theme?: 'light' | 'dark';
  /** A page has painted, or is laid out anew since. */
  readonly onReady?: (document: Document, page: ShownPage) => void;
  /** Every answer of the server, but for the page itself: undefined when it gave one. */
  readonly onAnswer?: (failure: PreviewFailure | undefined) => void;
  /** What stands over the page, in pixels of the screen from its upper left corner. */
  readonly children?: (page: ShownPage) => ReactNode;
}

interface Page {
  readonly id: number;
  /** As it was loaded. */
  readonly html: string;
}

/**
 * The page of an entry as readers would see it, as high as its content; the element around it scrolls. What is
 * shown becomes the next page in its place; where that has to be loaded as a whole, the page before is kept until
 * it has painted. So nothing flickers and the scroll position stays.
 */
export function PageFrame(props: PageFrameProps): ReactNode {
  const { request, width, title, theme, children } = props;
  const outer = useRef<HTMLDivElement>(null);
  const room = useWidth(outer);
  const scale = room === 0 ? 1 : Math.min(1, room / width);
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [shown, setShown] = useState<Omit<ShownPage, 'scale'>>();
  const latest = useRef(props);
  latest.current = props;
  const show = (html: string): void => {
    const next = new DOMParser().parseFromString(html, 'text/html');
    keepLinksInPlace(next);
    const changed = shown && updatePage(shown.document, next);
    if (shown === undefined || changed === undefined) {
      setPages((before) => queue(before, html));
      return;
    }
    setPages(([front]) => (front === undefined ? [] : [front]));
    setShown({ document: shown.document, height: toHeight(shown.document), changed });
  };
  const themed = useMemo(() => (request && theme ? { ...request, theme } : request), [request, theme]);
  useAnswers(themed, fetchPreview, (answer) => {
    const isPage = 'html' in answer;
    if (isPage) show(answer.html);
    latest.current.onAnswer?.(isPage ? undefined : answer);
  });
  useEffect(() => {
    if (shown !== undefined) latest.current.onReady?.(shown.document, { ...shown, scale });
  }, [shown, scale]);

  return (
    <div ref={outer}>
      <div
        style={{
          position: 'relative',
          overflow: 'hidden',
          width: width * scale,
          height: (shown?.height ?? 0) * scale,
          margin: '0 auto',
        }}
      >
        <div style={{ position: 'absolute', transform: `scale(${String(scale)})`, transformOrigin: '0 0' }}>
          {pages.map(({ id, html }, index) => (
            <Frame
              key={id}
              html={html}
              title={title}
              width={width}
              isShown={index === 0}
              onLaidOut={(document, height) => {
                setPages((all) =>
                  all.slice(
                    Math.max(
                      0,
                      all.findIndex((page) => page.id === id),
                    ),
                  ),
                );
                setShown({ document, height, changed: [] });
              }}
            />
          ))}
        </div>
        {shown !== undefined && children?.({ ...shown, scale })}
      </div>
    </div>
  );
}

/** The page in front and the one that comes next: a newer one takes the place of what has not painted yet. */
const queue = ([front, next]: readonly Page[], html: string): readonly Page[] =>
  front === undefined ? [{ id: 0, html }] : [front, { id: (next ?? front).id + 1, html }];

/** The width of an element in CSS pixels, as it changes; 0 before it is known. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(current.clientWidth);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}
