import { z } from 'zod';
import type { Call } from '../context.ts';
import { json, notFound } from '../http.ts';
import type { Route } from '../router.ts';
import { issueView } from '../views/issue.ts';
import { simpleUser } from '../views/user.ts';

const assigneesSchema = z.object({
  assignees: z
    .array(z.union([z.string(), z.object({ login: z.string() }).transform(({ login }) => login)]))
    .default([]),
});

/** As many as GitHub takes. */
const most = 10;

const base = '/repos/:owner/:repo';

export const assigneeRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/issues/assignees#list-assignees
    method: 'GET',
    path: `${base}/assignees`,
    handle: (call) => call.page(call.desk.options.users, ({ login }) => simpleUser(call.urls, login)),
  },
  {
    // https://docs.github.com/en/rest/issues/assignees#check-if-a-user-can-be-assigned
    method: 'GET',
    path: `${base}/assignees/:login`,
    handle: (call, { login = '' }) => {
      if (!isKnown(call, login)) throw notFound();
      return new Response(null, { status: 204 });
    },
  },
  {
    // Who is not known is left out without a word.
    // https://docs.github.com/en/rest/issues/assignees#add-assignees-to-an-issue
    method: 'POST',
    path: `${base}/issues/:number/assignees`,
    handle: async (call, { number = '' }) => {
      const { assignees } = await call.body(assigneesSchema);
      const known = assignees.filter((login) => isKnown(call, login));
      return changeAssignees(call, number, 201, (present) =>
        [...new Set([...present, ...known])].slice(0, most),
      );
    },
  },
  {
    // https://docs.github.com/en/rest/issues/assignees#remove-assignees-from-an-issue
    method: 'DELETE',
    path: `${base}/issues/:number/assignees`,
    handle: async (call, { number = '' }) => {
      const { assignees } = await call.body(assigneesSchema);
      return changeAssignees(call, number, 200, (present) =>
        present.filter((login) => !assignees.includes(login)),
      );
    },
  },
];

const isKnown = (call: Call, login: string): boolean =>
  call.desk.options.users.some((user) => user.login === login);

async function changeAssignees(
  call: Call,
  number: string,
  status: number,
  change: (present: readonly string[]) => string[],
): Promise<Response> {
  const record = await call.desk.state.change(call.user, `Assign #${number}`, (snapshot, draft) => {
    const issue = snapshot.issues.get(Number(number));
    const pull = snapshot.pulls.get(Number(number));
    const stored = issue ?? pull;
    if (!stored) throw notFound();
    const changes = { assignees: change(stored.assignees), updatedAt: draft.now };
    if (issue) draft.putIssue({ ...issue, ...changes });
    if (pull) draft.putPull({ ...pull, ...changes });
    return { result: { ...stored, ...changes } };
  });
  const snapshot = await call.desk.state.read();
  const comments = snapshot.comments(record.number).length;
  return json(issueView(call.urls, record, comments, snapshot.labels), { status });
}
