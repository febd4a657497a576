import { type ReactNode } from 'react';
import { type Collection, collections } from '../../../content-schema/index.ts';
import { toWhen } from '../../browser/when.ts';
import { messages } from '../messages.ts';
import { toHash } from '../route.ts';
import type { QueueItem } from './to-queue.ts';

interface Props {
  readonly item: QueueItem;
  readonly timeZone: string;
}

/** One pull request: a link with all there is to know before one opens it. */
export function QueueRow({ item, timeZone }: Props): ReactNode {
  const text = messages.queue;
  const singular = Object.values<Collection>(collections).find(
    ({ name }) => name === item.collection,
  )?.singular;
  const kind = item.kind === undefined ? capitalize(singular ?? text.kinds.other) : text.kinds[item.kind];
  const facts = [
    item.size && text.sizes[item.size],
    item.isMine && text.assignedToMe,
    item.assignees.length > 0 && !item.isMine && text.assignedTo(item.assignees.join(', ')),
    item.approvedBy.length > 0 && text.approved(item.approvedBy.join(', ')),
    item.changesBy.length > 0 && text.changesRequested(item.changesBy.join(', ')),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li>
      <a className="row" href={toHash({ page: 'pull', number: item.number, view: 'pagina' })}>
        <span className="kind">{kind}</span>
        <strong>{item.title}</strong>
        <span className="by">{text.by(item.author, toWhen(item.createdAt, new Date(), timeZone))}</span>
        {item.summary !== undefined && <span className="summary">{item.summary}</span>}
        <span className="facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {item.hasConflict && <span className="bad">{text.conflict}</span>}
          {item.check !== 'none' && (
            <span className={item.check === 'failure' ? 'bad' : item.check === 'success' ? 'good' : ''}>
              {text.checks[item.check]}
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
