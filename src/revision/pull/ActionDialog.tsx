import { type ReactNode, useState } from 'react';
import type { Api } from '../api.ts';
import { toMessage } from '../api-error.ts';
import { Dialog } from '../Dialog.tsx';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';
import { useTyped } from '../typed.ts';
import type { Actions } from './actions.ts';
import { AssignFields } from './AssignFields.tsx';
import { type Plan, ScheduleFields, toPlan } from './ScheduleFields.tsx';

export type ActionName =
  'approve' | 'requestChanges' | 'comment' | 'publish' | 'schedule' | 'assign' | 'toDraft';

interface Props {
  readonly name: ActionName;
  readonly api: Api;
  readonly pull: LoadedPull;
  readonly actions: Actions;
  onClose(): void;
  /** @param news what happened, in Spanish */
  onDone(news: string): void;
}

/** Asks for what an action needs, and does it. What is typed stays until it is sent. */
export function ActionDialog({ name, api, pull, actions, onClose, onDone }: Props): ReactNode {
  const text = messages.actions;
  const { number, title, assignees } = pull.facts.pull;
  const [typed, setTyped] = useTyped(`${String(number)} ${name}`);
  const [chosen, setChosen] = useState<readonly string[]>(assignees.map(({ login }) => login));
  const [plan, setPlan] = useState<Plan>(() => toPlan(pull));
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const work: Readonly<Record<ActionName, () => Promise<void>>> = {
    approve: () => actions.approve(typed),
    requestChanges: () => actions.requestChanges(typed),
    comment: () => actions.comment(typed),
    publish: () => actions.publish(),
    schedule: () => actions.schedule(plan.date),
    assign: () => actions.assign(chosen),
    toDraft: () => actions.toDraft(),
  };
  const send = (): void => {
    const isEmpty = (name === 'comment' || name === 'requestChanges') && typed.trim() === '';
    const wrong = isEmpty ? text.empty : name === 'schedule' ? plan.problem : undefined;
    setProblem(wrong);
    if (wrong !== undefined) return;
    setIsBusy(true);
    work[name]().then(
      () => {
        setTyped('');
        onDone(name === 'schedule' ? text.done.schedule(plan.when) : text.done[name]);
      },
      (error: unknown) => {
        setIsBusy(false);
        setProblem(toMessage(error));
      },
    );
  };
  const isText = name === 'approve' || name === 'requestChanges' || name === 'comment';
  return (
    <Dialog title={text[name]} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {name === 'publish' && <p>{text.publishLead(title)}</p>}
        {isText && (
          <label>
            {text.textLabel[name]}
            <textarea
              rows={5}
              value={typed}
              onInput={(event) => {
                setTyped(event.currentTarget.value);
              }}
            />
          </label>
        )}
        {name === 'schedule' && <ScheduleFields pull={pull} plan={plan} onChange={setPlan} />}
        {name === 'assign' && <AssignFields api={api} pull={pull} chosen={chosen} onChange={setChosen} />}
        {problem !== undefined && <p role="alert">{problem}</p>}
        <div className="buttons">
          <button type="submit" className="primary" disabled={isBusy}>
            {isBusy
              ? messages.loading
              : name === 'publish'
                ? text.confirmPublish
                : isText
                  ? text.send
                  : text[name]}
          </button>
          <button type="button" onClick={onClose}>
            {text.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
