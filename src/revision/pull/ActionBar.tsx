import { type ReactNode, useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import type { Api } from '../api.ts';
import { announce } from '../LiveRegion.tsx';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';
import { toActions } from './actions.ts';
import { ActionDialog, type ActionName } from './ActionDialog.tsx';
import { CopySummary } from './CopySummary.tsx';
import { type Rights, toRights } from './rights.ts';

interface Props {
  readonly api: Api;
  readonly pull: LoadedPull;
  onDone(): void;
}

/** What can be done, at the foot of the screen. What the rules forbid is not offered, and says why. */
export function ActionBar({ api, pull, onDone }: Props): ReactNode {
  const { facts, viewer, entries } = pull;
  const [open, setOpen] = useState<ActionName>();
  const text = messages.actions;
  const hasDate = entries.length === 1 && typeof entries[0]?.after?.values['date'] === 'string';
  const rights = toRights(facts, viewer.login, hasDate);
  const isOpen = facts.pull.state === 'open';
  const show = (name: ActionName) => () => {
    setOpen(name);
  };
  useKeys({
    Escape: closeMenu,
    c: show('comment'),
    a: () => {
      if (rights.approve === undefined) setOpen('approve');
      else announce(rights.approve);
    },
  });
  const offer = (name: keyof Rights, isPrimary = false): ReactNode =>
    rights[name] === undefined && (
      <button type="button" className={isPrimary ? 'primary' : ''} onClick={show(name)}>
        {text[name]}
      </button>
    );
  const reasons = (['approve', 'publish'] as const).filter((name) => isOpen && rights[name] !== undefined);
  const hidden = (['requestChanges', 'schedule', 'toDraft'] as const).filter(
    (name) => isOpen && rights[name] !== undefined,
  );
  return (
    <aside className="bar" aria-label={text.label}>
      {reasons.length > 0 && (
        <ul className="why">
          {reasons.map((name) => (
            <li key={name}>
              <b>{text[name]}:</b> {rights[name]}
            </li>
          ))}
        </ul>
      )}
      <div className="buttons">
        {offer('publish', true)}
        {offer('approve', rights.publish !== undefined)}
        {offer('requestChanges')}
        <details className="more" name="more">
          <summary>{text.more}</summary>
          <div className="menu">
            <button type="button" onClick={show('comment')}>
              {text.comment}
            </button>
            {offer('schedule')}
            {isOpen && (
              <button type="button" onClick={show('assign')}>
                {text.assign}
              </button>
            )}
            {offer('toDraft')}
            <CopySummary pull={pull} />
            {hidden.map((name) => (
              <p key={name}>
                <b>{text[name]}:</b> {rights[name]}
              </p>
            ))}
          </div>
        </details>
      </div>
      {open !== undefined && (
        <ActionDialog
          name={open}
          api={api}
          pull={pull}
          actions={toActions(api, pull)}
          onClose={() => {
            setOpen(undefined);
          }}
          onDone={(news) => {
            setOpen(undefined);
            closeMenu();
            announce(news);
            onDone();
          }}
        />
      )}
    </aside>
  );
}

function closeMenu(): void {
  const menu = document.querySelector('details.more[open]');
  menu?.querySelector('summary')?.focus();
  menu?.removeAttribute('open');
}
