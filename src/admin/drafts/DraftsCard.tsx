import { type ReactNode, useSyncExternalStore } from 'react';
import { messages } from '../locale/messages.ts';
import { showNote } from '../notes/show-note.ts';
import { type DeviceDraft, omit } from './device-draft.ts';
import { loadFiles, putDraft, putFile, removeDraft } from './device-store.ts';
import { recover } from './recover.ts';
import { saveQueued } from './queue.ts';
import { findCollection, toDraftTime } from './title.ts';
import { getUnsaved, onUnsaved, recoverWhenOpen } from './unsaved.ts';

/** Offers the unsaved texts: those of the open entry in its form, all of them everywhere else. */
export function DraftsCard(): ReactNode {
  const { drafts, form, lost, waiting } = useSyncExternalStore(onUnsaved, getUnsaved);
  const offered =
    form === undefined
      ? drafts
      : drafts.filter(({ collection, slug }) => collection === form.collection && slug === form.slug);
  if (waiting !== undefined) return <Waiting />;
  if (offered.length === 0) return null;
  const isHere = form !== undefined;
  const { title, titleHere } = messages.drafts;
  return (
    <section className="gaceta-drafts" aria-labelledby="gaceta-drafts-title">
      {/* On a phone, the list would cover the page that somebody came for. */}
      <details open={isHere || !matchMedia('(max-width: 799px)').matches}>
        <summary id="gaceta-drafts-title">{(isHere ? titleHere : title)(offered.length)}</summary>
        <ul>
          {offered.map((draft) => (
            <li key={draft.id}>
              <Offer
                draft={draft}
                isHere={isHere}
                isLost={draft.collection === lost?.collection && draft.slug === lost.slug}
              />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What was saved in the open form without a connection. */
function Waiting(): ReactNode {
  const { waiting, waitingHint, saveNow } = messages.drafts;
  return (
    <section className="gaceta-drafts" aria-labelledby="gaceta-drafts-title">
      <h2 id="gaceta-drafts-title">{waiting}</h2>
      <p>{waitingHint}</p>
      <div className="gaceta-drafts-actions">
        <button type="button" onClick={() => void saveQueued()}>
          {saveNow}
        </button>
      </div>
    </section>
  );
}

interface OfferProps {
  readonly draft: DeviceDraft;
  /** Is its form open? */
  readonly isHere: boolean;
  /** Is its entry not there any more? */
  readonly isLost: boolean;
}

function Offer({ draft, isHere, isLost }: OfferProps): ReactNode {
  const { recover: recoverLabel, compare, discard, queued, openAsNew } = messages.drafts;
  const collection = findCollection(draft.collection);
  return (
    <>
      <p>
        {isHere ? <b>{draft.title}</b> : <EntryLink draft={draft} />}
        <span>
          {isHere ? '' : `${collection?.label ?? draft.collection} · `}
          {toDraftTime(draft)}
        </span>
        {draft.queued !== undefined && <span>{queued}</span>}
      </p>
      <div className="gaceta-drafts-actions">
        {isHere && (
          <>
            <button type="button" className="gaceta-drafts-main" onClick={() => void recover(draft)}>
              {recoverLabel}
            </button>
            <button type="button" onClick={() => void openComparison(draft)}>
              {compare}
            </button>
          </>
        )}
        {isLost && (
          <button type="button" className="gaceta-drafts-main" onClick={() => void openNew(draft)}>
            {openAsNew}
          </button>
        )}
        <button
          type="button"
          aria-label={`${discard}: ${draft.title}`}
          onClick={() => void discardWithUndo(draft)}
        >
          {discard}
        </button>
      </div>
    </>
  );
}

/** Leads to the form, into which the text comes back. */
function EntryLink({ draft }: { readonly draft: DeviceDraft }): ReactNode {
  const { collection, slug } = draft;
  const form = slug === undefined ? 'new' : `entries/${slug}`;
  const handleClick = (): void => {
    recoverWhenOpen(draft);
  };
  return (
    <a href={`#/collections/${collection}/${form}`} onClick={handleClick}>
      {draft.title}
    </a>
  );
}

/** Somebody deleted the entry: what was not saved of it goes into the form of a new one. */
async function openNew(draft: DeviceDraft): Promise<void> {
  const asNew = omit(draft, 'slug', 'base', 'queued');
  await putDraft(asNew);
  recoverWhenOpen(asNew);
  location.hash = `#/collections/${draft.collection}/new`;
}

async function openComparison(draft: DeviceDraft): Promise<void> {
  const { showComparison } = await import('./show-comparison.tsx');
  showComparison(draft);
}

async function discardWithUndo(draft: DeviceDraft): Promise<void> {
  const { discarded, putBack } = messages.drafts;
  const files = await loadFiles(draft);
  const restore = async (): Promise<void> => {
    for (const { id, file } of files) await putFile(draft.id, id, file);
    await putDraft(draft);
  };
  await removeDraft(draft.id);
  showNote({
    title: discarded,
    lines: [draft.title],
    action: { label: putBack, run: () => void restore() },
  });
}
