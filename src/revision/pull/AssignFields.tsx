import { type ReactNode, useEffect, useState } from 'react';
import { z } from 'zod';
import { userSchema } from '../../browser/github-answers.ts';
import type { Api } from '../api.ts';
import { toMessage } from '../api-error.ts';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';

/** https://docs.github.com/en/rest/issues/assignees#list-assignees */
const assigneesSchema = z.array(userSchema.pick({ login: true }));

interface Props {
  readonly api: Api;
  readonly pull: LoadedPull;
  readonly chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

interface Person {
  readonly login: string;
  readonly name: string;
}

/** Asks who takes care of it: one person, or nobody. */
export function AssignFields({ api, pull, chosen, onChange }: Props): ReactNode {
  const [people, setPeople] = useState<readonly Person[]>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    loadPeople(api, pull).then(setPeople, (error: unknown) => {
      setProblem(toMessage(error));
    });
  }, [api]);
  const choices = [{ login: '', name: messages.actions.assignNone }, ...(people ?? [])];
  const current = chosen[0] ?? '';
  return (
    <fieldset>
      <legend>{messages.actions.assignLead}</legend>
      {people === undefined && problem === undefined && <p>{messages.loading}</p>}
      {problem !== undefined && <p role="alert">{problem}</p>}
      {people !== undefined &&
        choices.map(({ login, name }) => (
          <label key={login} className="choice">
            <input
              type="radio"
              name="assignee"
              checked={login === current}
              onChange={() => {
                onChange(login === '' ? [] : [login]);
              }}
            />
            {name}
          </label>
        ))}
    </fieldset>
  );
}

async function loadPeople({ read, repo }: Api, { facts }: LoadedPull): Promise<Person[]> {
  const found = await read(`${repo}/assignees?per_page=100`, assigneesSchema);
  return Promise.all(
    found.map(async ({ login }) => {
      const known = facts.names.get(login);
      if (known !== undefined) return { login, name: known };
      const { name } = await read(`/users/${encodeURIComponent(login)}`, userSchema);
      return { login, name: name ?? login };
    }),
  );
}
