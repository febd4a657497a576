import type { ReactNode } from 'react';
import { messages as reportMessages } from '../../review/report/messages.ts';
import type { BlockChange, BlockPlace } from '../../review/report/types.ts';
import type { Target } from './block-text.ts';
import type { Reading } from './Marks.tsx';
import { messages } from './messages.ts';
import { type Discussion, Remarks } from './Remarks.tsx';
import { Sentences } from './Sentences.tsx';
import type { Thread } from '../../browser/conversation/threads.ts';

interface Props {
  readonly discussion: Discussion;
  readonly block: BlockChange;
  readonly blocks: readonly BlockChange[];
  readonly target: Target;
  readonly threads: readonly Thread[];
  readonly isSideBySide: boolean;
}

/** One block of a body: what it is and what became of it, its text, and what was said of it. */
export function BlockRow({ discussion, block, blocks, target, threads, isSideBySide }: Props): ReactNode {
  const { kind, before, after } = block;
  const place = kind === 'movedAway' ? before : (after ?? before);
  const name = place === undefined ? '' : messages.block.place(place);
  const state = toState(block);
  return (
    <li className={`v-block v-${kind}`}>
      <Remarks discussion={discussion} target={target} place={name} threads={threads}>
        <p className="v-place">
          <span>{name}</span>
          {state !== undefined && <strong>{state}</strong>}
        </p>
        {isSideBySide ? (
          <div className="v-sides">
            <Side block={block} blocks={blocks} reading="before" />
            <Side block={block} blocks={blocks} reading="after" />
          </div>
        ) : (
          <BlockText block={block} blocks={blocks} reading="both" />
        )}
        {block.format.map((change, index) => (
          <p key={index} className="v-format">
            {reportMessages.format(change)}
          </p>
        ))}
      </Remarks>
    </li>
  );
}

/** What became of a block, in a word or two; nothing for what only stands there. */
function toState({ kind, before, after, format }: BlockChange): string | undefined {
  if (kind === 'kept') return format.length === 0 ? undefined : messages.block.kinds.changed;
  if (kind === 'moved' && before !== undefined) return messages.block.cameFrom(before, after);
  if (kind === 'movedAway' && after !== undefined) return messages.block.wentTo(after);
  return messages.block.kinds[kind];
}

interface TextProps {
  readonly block: BlockChange;
  readonly blocks: readonly BlockChange[];
  readonly reading: Reading;
}

/** One version of a block, under its name where the two do not stand beside each other. */
function Side({ block, blocks, reading }: TextProps & { readonly reading: 'before' | 'after' }): ReactNode {
  const isHere =
    reading === 'before' ? block.before && block.kind !== 'moved' : block.after && block.kind !== 'movedAway';
  return (
    <div>
      <p className="v-side">{messages.layout[reading]}</p>
      {isHere ? (
        <BlockText block={block} blocks={blocks} reading={reading} />
      ) : (
        <p className="v-nothing">{toAbsence(block, reading)}</p>
      )}
    </div>
  );
}

function toAbsence({ kind, before, after }: BlockChange, reading: 'before' | 'after'): string {
  if (kind === 'moved' && reading === 'before' && before) return messages.layout.stood(before);
  if (kind === 'movedAway' && reading === 'after' && after) return messages.layout.stands(after);
  return reading === 'before' ? messages.layout.wasNot : messages.layout.isNot;
}

function BlockText({ block, blocks, reading }: TextProps): ReactNode {
  const place: BlockPlace | undefined = reading === 'before' ? block.before : (block.after ?? block.before);
  const shape = place?.kind ?? 'paragraph';
  if (block.sentences.length === 0)
    return <p className={`v-text v-as-${shape}`}>{toStandIn(block, place)}</p>;
  const isWhole = reading === 'both' && (block.kind === 'added' || block.kind === 'removed');
  const text = <Sentences block={block} blocks={blocks} reading={reading} />;
  return (
    <p className={`v-text v-as-${shape}${isWhole ? ' v-whole' : ''}`}>
      {shape === 'code' ? <code>{text}</code> : text}
    </p>
  );
}

/** What stands for a block that has no text: the picture's description, the title of the video. */
function toStandIn({ kind }: BlockChange, place: BlockPlace | undefined): ReactNode {
  const text = place?.name ?? messages.block.withoutText;
  if (kind === 'added') return <ins>{text}</ins>;
  return kind === 'removed' ? <del>{text}</del> : text;
}
