import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { messages } from '../locale/messages.ts';
import { readUser } from '../../browser/signed-in.ts';
import { keepFormInPlace } from './keep-form-in-place.ts';
import { getNewsroom, type Newsroom } from './newsroom.ts';
import { type Known, useKnown, type Watch, watchEntry } from './open-pull.ts';
import { PublishedActions } from './PublishedActions.tsx';
import { PullLine } from './PullLine.tsx';
import { toStrip } from './to-strip.ts';

const Conversation = lazyPart(() => import('./Conversation.tsx'));

/** What Decap's editor knows of its entry. patches-workflow.ts hands it over. */
interface StripProps {
  readonly collection: string;
  readonly slug: string;
  readonly isNewEntry: boolean;
  /** Is there a draft, as the editor believes? */
  readonly hasDraft: boolean;
  readonly hasChanged: boolean;
  /** Is something being stored, published or deleted? */
  readonly isBusy: boolean;
  readonly status: string | undefined;
  /** Is there a published version, too? */
  readonly isPublished: boolean;
  readonly date: unknown;
}

/** Below the toolbar: the pull request of the entry, what it lacks, and who else writes in it. */
export function Strip(props: StripProps): ReactNode {
  const newsroom = getNewsroom();
  return newsroom === undefined || props.isNewEntry || props.slug === '' ? null : (
    <Watched {...props} newsroom={newsroom} />
  );
}

function Watched({ newsroom, ...props }: StripProps & { readonly newsroom: Newsroom }): ReactNode {
  const { collection, slug, status, hasDraft } = props;
  const known = useKnown();
  const watch = useRef<Watch>(undefined);
  useEffect(() => {
    const started = watchEntry(newsroom, collection, slug);
    watch.current = started;
    return () => {
      started.stop();
    };
  }, [newsroom, collection, slug]);
  useEffect(() => {
    watch.current?.refresh();
  }, [status, hasDraft]);
  const strip = useRef<HTMLElement>(null);
  useEffect(() => (strip.current === null ? undefined : keepFormInPlace(strip.current)), []);
  return (
    <section ref={strip} className="gaceta-pull" aria-label={messages.pull.region}>
      <Content {...props} known={known} newsroom={newsroom} />
    </section>
  );
}

interface ContentProps extends StripProps {
  readonly known: Known;
  readonly newsroom: Newsroom;
}

function Content({ known, newsroom, ...props }: ContentProps): ReactNode {
  const { collection, slug, hasDraft, hasChanged, isBusy, date, isPublished, status } = props;
  const text = messages.pull;
  switch (known.kind) {
    case 'asking':
      return <p>{text.asking}</p>;
    case 'unreachable':
      return <p>{text.unreachable}</p>;
    case 'none':
      return hasDraft ? null : <PublishedActions collection={collection} slug={slug} isBusy={isBusy} />;
    case 'gone':
      return isBusy || !hasDraft ? null : (
        <News text={known.isMerged ? text.gone.merged : text.gone.closed} action={text.gone.open} />
      );
    case 'open': {
      const login = readUser()?.login ?? '';
      const viewer = { login, now: new Date(), timeZone: newsroom.timeZone };
      if (!hasDraft) {
        const author = known.facts.pull.user?.login ?? '';
        const name = known.facts.names.get(author) ?? author;
        return isBusy ? null : (
          <News text={author === login ? text.begunByMe : text.begun(name)} action={text.openDraft} />
        );
      }
      const form = { seenHead: isBusy ? undefined : known.seenHead, hasChanged, date, isPublished };
      return (
        <>
          <PullLine
            strip={toStrip(known.facts, viewer, form)}
            facts={known.facts}
            hasChanged={hasChanged}
            place={{ collection, slug, status }}
          />
          <Suspense fallback={null}>
            <Conversation newsroom={newsroom} facts={known.facts} login={login} />
          </Suspense>
        </>
      );
    }
  }
}

/** Something that the form does not show yet. A new visit of the page does. */
function News({ text, action }: { readonly text: string; readonly action: string }): ReactNode {
  return (
    <p className="gaceta-pull-news" role="status">
      {text}{' '}
      <button
        type="button"
        onClick={() => {
          location.reload();
        }}
      >
        {action}
      </button>
    </p>
  );
}
