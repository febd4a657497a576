import { type ReactNode, Suspense, useState } from 'react';
import { collections, isFolder } from '../../../content-schema/index.ts';
import { lazyPart } from '../lazy-part.tsx';
import { messages } from '../locale/messages.ts';

const RenameDialog = lazyPart(() => import('./RenameDialog.tsx'));
const VersionsDialog = lazyPart(() => import('./VersionsDialog.tsx'));

interface Props {
  readonly collection: string;
  readonly slug: string;
  readonly isBusy: boolean;
}

/** What can be asked for about something published, besides editing it. */
export function PublishedActions({ collection: name, slug, isBusy }: Props): ReactNode {
  const [open, setOpen] = useState<'rename' | 'versions'>();
  const collection = Object.values(collections).find((candidate) => candidate.name === name);
  if (collection === undefined) return null;
  // The old address has to lead to the new one.
  const renamable = isFolder(collection) && 'aliases' in collection.fields ? collection : undefined;
  const text = messages.pull.publishedActions;
  const handleClose = (): void => {
    setOpen(undefined);
  };
  const toButton = (dialog: 'rename' | 'versions'): ReactNode => (
    <button
      type="button"
      disabled={isBusy}
      onClick={() => {
        setOpen(dialog);
      }}
    >
      {text[dialog]}
    </button>
  );
  return (
    <div className="gaceta-pull-line">
      {toButton('versions')}
      {renamable !== undefined && toButton('rename')}
      <Suspense fallback={null}>
        {open === 'rename' && renamable !== undefined && (
          <RenameDialog collection={renamable} slug={slug} onClose={handleClose} />
        )}
        {open === 'versions' && <VersionsDialog collection={collection} slug={slug} onClose={handleClose} />}
      </Suspense>
    </div>
  );
}
