import type { ReactNode } from 'react';
import type { MediaFacts } from '../../review/report/types.ts';
import type { Asset, Side } from '../pull.ts';
import { toSize } from './bytes.ts';
import { messages } from './messages.ts';

/** A picture of one version. */
export interface Shot {
  /** Its site path, or the address of one elsewhere. */
  readonly name: string;
  /** Where its bytes are found; undefined: still to come, or not to be had. */
  readonly side?: Pick<Side, 'assets' | 'hasAssets'> | undefined;
  readonly asset?: Asset | undefined;
  readonly facts?: MediaFacts | undefined;
  /** What it shows, for who does not see it; the name when it says nothing. */
  readonly alt?: string | undefined;
  /** Words that stand with it. */
  readonly lines?: readonly string[];
}

interface Props {
  readonly before?: Shot | undefined;
  readonly after?: Shot | undefined;
}

/** A picture as it was and as it is, with its size. */
export function PicturePair({ before, after }: Props): ReactNode {
  return (
    <div className="v-sides v-pictures">
      {before !== undefined && <Picture label={messages.layout.before} shot={before} />}
      {after !== undefined && <Picture label={messages.layout.after} shot={after} />}
    </div>
  );
}

function Picture({ label, shot }: { readonly label: string; readonly shot: Shot }): ReactNode {
  const { name, alt, side, facts, lines = [] } = shot;
  const asset = shot.asset ?? side?.assets[name];
  // One elsewhere is not asked for: the reviewer's page loads nothing from other sites.
  const isElsewhere = /^https:/u.test(name);
  return (
    <figure>
      <p className="v-side v-always">{label}</p>
      {asset === undefined ? (
        <p className="v-nothing">
          {isElsewhere
            ? messages.picture.elsewhere
            : side?.hasAssets === false
              ? messages.picture.loading
              : messages.picture.unknown}
        </p>
      ) : (
        <img
          src={asset.url}
          width={asset.width}
          height={asset.height}
          alt={alt || fileName(name)}
          loading="lazy"
        />
      )}
      <figcaption>
        <span className="v-file">{isElsewhere ? name : fileName(name)}</span>
        {toMeasures(asset, facts).map((text) => (
          <span key={text}>{text}</span>
        ))}
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </figcaption>
    </figure>
  );
}

/** How large: in pixels and in bytes, as far as it is known. */
function toMeasures(asset: Asset | undefined, facts: MediaFacts | undefined): string[] {
  const { width = asset?.width, height = asset?.height } = facts ?? {};
  return [
    ...(width === undefined || height === undefined ? [] : [messages.picture.pixels(width, height)]),
    ...(facts === undefined ? [] : [toSize(facts.bytes)]),
  ];
}

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
