import type { ReactNode } from 'react';
import type { MediaChange, Picture } from '../../review/report/types.ts';
import type { ChangedEntry, LoadedPull } from '../pull.ts';
import { messages } from './messages.ts';
import { fileName, PicturePair, type Shot } from './PicturePair.tsx';

/** What is known of an uploaded picture, by the path that entries have for it. */
const findMedia = ({ media }: LoadedPull, image: string): MediaChange | undefined =>
  media.find(({ path }) => path.endsWith(image));

/** The pictures of a text that came, went or changed, with what stands below them. */
export function Pictures({
  pull,
  entry,
}: {
  readonly pull: LoadedPull;
  readonly entry: ChangedEntry;
}): ReactNode {
  const { report, before, after } = entry;
  if (report.images.length === 0) return null;
  const toShot = (picture: Picture | undefined, version: 'before' | 'after'): Shot | undefined =>
    picture && {
      name: picture.image,
      side: version === 'before' ? before : after,
      facts: findMedia(pull, picture.image)?.[version],
      alt: picture.alt,
      lines: toLines(picture),
    };
  return (
    <section>
      <h3>{messages.entry.pictures}</h3>
      <ul className="v-items">
        {report.images.map((change, index) => (
          <li key={index} className={`v-${change.kind}`}>
            <p className="v-place">
              <strong>{messages.picture.kinds[change.kind]}</strong>
            </p>
            <PicturePair before={toShot(change.before, 'before')} after={toShot(change.after, 'after')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const toLines = ({ alt, caption, credit }: Picture): string[] => [
  alt === '' ? messages.picture.withoutAlt : messages.picture.alt(alt),
  ...(caption ? [messages.picture.caption(caption)] : []),
  ...(credit ? [messages.picture.credit(credit)] : []),
];

/** Files that were uploaded, exchanged or taken away, with their sizes before and after. */
export function Media({ pull }: { readonly pull: LoadedPull }): ReactNode {
  if (pull.media.length === 0) return null;
  return (
    <section>
      <h2>{messages.picture.media}</h2>
      <ul className="v-items">
        {pull.media.map((change) => (
          <li key={change.path} className={`v-${change.kind}`}>
            <p className="v-place">
              <span>{fileName(change.path)}</span> <strong>{messages.picture.kinds[change.kind]}</strong>
            </p>
            {change.previousPath !== undefined && (
              <p>{messages.picture.renamed(fileName(change.previousPath))}</p>
            )}
            <PicturePair before={toShot(pull, change, 'before')} after={toShot(pull, change, 'after')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function toShot(
  { mediaAssets }: LoadedPull,
  change: MediaChange,
  version: 'before' | 'after',
): Shot | undefined {
  const facts = change[version];
  const name = version === 'before' ? (change.previousPath ?? change.path) : change.path;
  return facts && { name, facts, asset: mediaAssets[change.path]?.[version] };
}
