import { type ReactNode } from 'react';
import { isFolder } from '../../../content-schema/index.ts';
import { isBehind, toChecks } from '../../browser/rules.ts';
import { toWhen } from '../../browser/when.ts';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';
import type { Actions } from './actions.ts';
import { isMedia } from './load-content.ts';
import { describePlan } from './planned.ts';
import { Reason } from './Reason.tsx';

interface Props {
  readonly pull: LoadedPull;
  readonly actions: Actions;
  onDone(): void;
}

/** Who proposes what, and how it stands. */
export function PullHead({ pull, actions, onDone }: Props): ReactNode {
  const { facts, timeZone, entries, files, left } = pull;
  const { pull: own } = facts;
  const text = messages.pull;
  const now = new Date();
  const author = own.user == null ? '' : (facts.names.get(own.user.login) ?? own.user.login);
  const plan = describePlan(pull, now);
  const editor = toEditorAddress(pull);
  const summary = facts.statuses.find(({ context }) => context === 'gaceta/revision')?.description;
  const assignees = own.assignees.map(({ login }) => facts.names.get(login) ?? login);
  const others = files.filter(
    (file) =>
      !isMedia(file) && !entries.some(({ before, after }) => [before?.path, after?.path].includes(file.path)),
  );
  return (
    <div className="head">
      <p className="by">
        {text.proposes(author, toWhen(new Date(own.created_at), now, timeZone))}
        {assignees.length > 0 && <> · {messages.queue.assignedTo(assignees.join(', '))}</>}
        {editor !== undefined && (
          <>
            {' '}
            <span>
              · <a href={editor}>{text.edit}</a>
            </span>
          </>
        )}
      </p>
      {own.state === 'closed' && (
        <p className="notice">{own.merged_at == null ? text.closed : text.published}</p>
      )}
      {summary && <p className="summary">{summary}</p>}
      {plan !== undefined && <p className="notice">{plan}</p>}
      {isBehind(facts) && <p className="notice bad">{messages.rights.conflict}</p>}
      <Checks pull={pull} />
      {entries.some(({ before }) => before !== undefined) && (
        <Reason pull={pull} actions={actions} onDone={onDone} />
      )}
      {left > 0 && <p className="notice">{text.left(left)}</p>}
      {entries
        .flatMap(({ before, after }) => [after ?? before])
        .filter((side) => side !== undefined && Object.keys(side.values).length === 0)
        .map((side) => (
          <p className="notice bad" key={side?.path}>
            {text.unreadable(side?.path ?? '')}
          </p>
        ))}
      {others.length > 0 && left === 0 && (
        <details>
          <summary>{text.otherFiles}</summary>
          <ul>
            {others.map(({ path }) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Checks({ pull: { facts } }: Pick<Props, 'pull'>): ReactNode {
  const checks = toChecks(facts);
  if (checks.length === 0 || facts.pull.state === 'closed') return null;
  const text = messages.pull;
  const classes = { success: 'good', failure: 'bad', pending: '' };
  return (
    <ul className="checks" aria-label={text.checks}>
      {checks.map(({ name, state, description }) => (
        <li key={name} className={classes[state]}>
          {name}: {text.checkStates[state]}
          {description !== undefined && state !== 'success' && <small> {description}</small>}
        </li>
      ))}
    </ul>
  );
}

/** The form of the entry; undefined: there is none, or it is one of several. */
function toEditorAddress({ entries, facts }: LoadedPull): string | undefined {
  const side = entries[0]?.after ?? entries[0]?.before;
  if (side === undefined || entries.length !== 1 || facts.pull.state === 'closed') return undefined;
  const { collection, id } = side;
  return isFolder(collection) ? `/admin/#/collections/${collection.name}/entries/${id}` : '/admin/';
}
