import { type ReactNode, useMemo, useRef, useState } from 'react';
import { PageFrame } from '../../browser/page-frame/PageFrame.tsx';
import type { PreviewFailure } from '../../browser/page-frame/preview-request.ts';
import { getUnreadable } from '../formats.ts';
import { messages } from '../locale/messages.ts';
import '../preview.css';
import { JumpButton } from './JumpButton.tsx';
import { PreviewBar } from './PreviewBar.tsx';
import { showChange } from './show-change.ts';
import { SocialCard } from './SocialCard.tsx';
import { useIsSeen } from './use-is-seen.ts';
import { type FormState, useRequest } from './use-request.ts';
import { loadView, storeView, type View, widths } from './view.ts';

interface PreviewPaneProps extends FormState {
  /** Decap's own preview, by the templates of templates.tsx. */
  readonly plain: ReactNode;
}

const text = messages.preview.page;

/** The page beside the form, as readers would see it; where no server renders, a plainer one that says so. */
export default function PreviewPane({ plain, ...form }: PreviewPaneProps): ReactNode {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(loadView);
  const [isReady, setReady] = useState(false);
  const [refusal, setRefusal] = useState<PreviewFailure>();
  const isSeen = useIsSeen(element);
  const request = useRequest(form, isSeen);
  const failure = request !== undefined && 'kind' in request ? request : refusal;
  const asked = request !== undefined && 'kind' in request ? undefined : request;
  const data = form.entry.get('data');
  const isUnreadable = useMemo(() => getUnreadable(data.toJS()) !== undefined, [data]);
  const change = (next: View): void => {
    storeView(next);
    setView(next);
    // The card and the page take each other's place.
    if ((next.shows === 'card') !== (view.shows === 'card')) setReady(false);
  };
  if (isUnreadable || failure?.kind === 'unavailable') {
    return (
      <div className="gaceta-preview">
        {!isUnreadable && <p className="gaceta-preview-note">{text.plain}</p>}
        {plain}
      </div>
    );
  }
  const { shows, theme } = view;
  return (
    <section className="gaceta-preview" aria-label={text.label} ref={setElement}>
      <JumpButton pane={element} isThere={isSeen} />
      <PreviewBar view={view} onChange={change} />
      <p className="gaceta-preview-note" role="status">
        {failure?.message}
      </p>
      {/* Scrolled by keyboard, too. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
      <div ref={scroller} className="gaceta-preview-scroll" role="group" aria-label={text.title} tabIndex={0}>
        {!isReady && failure === undefined && <p className="gaceta-preview-wait">{text.preparing}</p>}
        {shows === 'card' ? (
          <SocialCard
            request={asked}
            onAnswer={(answer) => {
              setRefusal(answer);
              setReady(true);
            }}
          />
        ) : (
          <PageFrame
            request={asked}
            width={widths[shows]}
            theme={theme}
            title={text.title}
            onAnswer={setRefusal}
            onReady={(_, page) => {
              setReady(true);
              if (scroller.current !== null) showChange(scroller.current, page);
            }}
          />
        )}
      </div>
    </section>
  );
}
