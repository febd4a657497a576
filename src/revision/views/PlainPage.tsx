import type { ReactNode } from 'react';
import type { BlockKind } from '../../review/report/types.ts';
import type { ChangedEntry } from '../pull.ts';
import { toBlockText, toPlaces, toTargets } from './block-text.ts';
import { placeThreads } from './BodyView.tsx';
import { messages } from './messages.ts';
import { findBlockMark, type Version } from './page-marks.ts';
import { type Discussion, Remarks } from './Remarks.tsx';
import type { Thread } from '../../browser/conversation/threads.ts';

interface Props {
  readonly discussion: Discussion;
  readonly entry: ChangedEntry;
  readonly version: Version;
  readonly threads: readonly Thread[];
}

/** What is read on the page, without the site's looks: where no server renders. It says so. */
export function PlainPage({ discussion, entry, version, threads }: Props): ReactNode {
  const { report, before, after } = entry;
  const side = version === 'before' ? before : after;
  const { blocks } = report.body;
  const targets = toTargets(report, after, (after ?? before)?.path ?? '');
  const placed = placeThreads(threads, toPlaces(report, after));
  const read = (field: string): string | undefined => {
    const value = side?.values[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const cover = side?.assets[read('image') ?? ''];
  return (
    <>
      <p className="v-note">{messages.page.plain}</p>
      <div className="v-plain">
        <h2>{read('title') ?? read('name') ?? report.title}</h2>
        {read('description') !== undefined && <p className="v-lede">{read('description')}</p>}
        {cover !== undefined && (
          <img src={cover.url} width={cover.width} height={cover.height} alt={read('imageAlt') ?? ''} />
        )}
        {blocks.map((block, index) => {
          const at = block[version];
          const mark = at && findBlockMark([block], version, at.lines.join('-'));
          if (at === undefined || mark === undefined) return null;
          return (
            <div key={index} className={`v-plain-block v-${mark.state}`}>
              <Remarks
                discussion={discussion}
                target={targets[index] ?? { path: '', line: 1, quote: '' }}
                place={messages.block.place(at)}
                threads={placed.get(index) ?? []}
              >
                {mark.state !== 'kept' && (
                  <p className="v-place">
                    <strong>{messages.page.states[mark.state]}</strong>
                  </p>
                )}
                <Shape kind={at.kind}>
                  {toBlockText(block, version) || (at.name ?? messages.block.withoutText)}
                </Shape>
              </Remarks>
            </div>
          );
        })}
      </div>
    </>
  );
}

function Shape({ kind, children }: { readonly kind: BlockKind; readonly children: string }): ReactNode {
  return kind === 'heading' ? <h3>{children}</h3> : <p className={`v-text v-as-${kind}`}>{children}</p>;
}
