import { type ReactNode, useState } from 'react';
import { longestReason, readReason } from '../../review/index.ts';
import { toMessage } from '../api-error.ts';
import { announce } from '../LiveRegion.tsx';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';
import { useTyped } from '../typed.ts';
import type { Actions } from './actions.ts';

interface Props {
  readonly pull: LoadedPull;
  readonly actions: Actions;
  onDone(): void;
}

/** Why something published changes, as readers will read it. */
export function Reason({ pull, actions, onDone }: Props): ReactNode {
  const text = messages.pull.reason;
  const reason = readReason(pull.body);
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useTyped(`${String(pull.facts.pull.number)} motivo`);
  const [problem, setProblem] = useState<string>();
  const save = (): void => {
    setProblem(undefined);
    actions.setReason(typed).then(
      () => {
        setTyped('');
        setIsOpen(false);
        announce(text.saved);
        onDone();
      },
      (error: unknown) => {
        setProblem(toMessage(error));
      },
    );
  };
  if (!isOpen) {
    return (
      <p className="reason">
        <b>{text.label}:</b> {reason ?? text.none}{' '}
        {pull.facts.pull.state === 'open' && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              if (typed === '') setTyped(reason ?? '');
              setIsOpen(true);
            }}
          >
            {text.edit}
          </button>
        )}
      </p>
    );
  }
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label>
        {text.label} <small>{text.hint}</small>
        <input
          value={typed}
          maxLength={longestReason}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      </label>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <p className="buttons">
        <button type="submit" className="primary">
          {text.save}
        </button>
        <button
          type="button"
          onClick={() => {
            setIsOpen(false);
          }}
        >
          {messages.actions.cancel}
        </button>
      </p>
    </form>
  );
}
