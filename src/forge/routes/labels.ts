import { z } from 'zod';
import type { Call } from '../context.ts';
import { json, noContent, notFound } from '../http.ts';
import type { IssueRecord, PullRecord } from '../records.ts';
import type { Route } from '../router.ts';
import type { Draft } from '../draft.ts';
import { labelView } from '../views/issue.ts';

const name = z.union([
  z.string().min(1).max(100),
  z.object({ name: z.string().min(1).max(100) }).transform((one) => one.name),
]);
const labelsSchema = z.union([
  z.object({ labels: z.array(name) }).transform(({ labels }) => labels),
  z.array(name),
]);

const base = '/repos/:owner/:repo';

export const labelRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/issues/labels#list-labels-for-a-repository
    method: 'GET',
    path: `${base}/labels`,
    handle: async (call) => {
      const { labels } = await call.desk.state.read();
      return call.page([...labels.values()], (label) => labelView(call.urls, label.name, labels));
    },
  },
  {
    // https://docs.github.com/en/rest/issues/labels#get-a-label
    method: 'GET',
    path: `${base}/labels/:name`,
    handle: async (call, { name: wanted = '' }) => {
      const { labels } = await call.desk.state.read();
      const label = labels.get(wanted.toLowerCase());
      if (!label) throw notFound();
      return call.answer(labelView(call.urls, label.name, labels));
    },
  },
  {
    // https://docs.github.com/en/rest/issues/labels#list-labels-for-an-issue
    method: 'GET',
    path: `${base}/issues/:number/labels`,
    handle: async (call, { number = '' }) => {
      const snapshot = await call.desk.state.read();
      const record = snapshot.issues.get(Number(number)) ?? snapshot.pulls.get(Number(number));
      if (!record) throw notFound();
      return call.page(record.labels, (label) => labelView(call.urls, label, snapshot.labels));
    },
  },
  {
    // https://docs.github.com/en/rest/issues/labels#set-labels-for-an-issue
    method: 'PUT',
    path: `${base}/issues/:number/labels`,
    handle: async (call, { number = '' }) => {
      const labels = await call.body(labelsSchema);
      return changeLabels(call, number, () => labels);
    },
  },
  {
    // https://docs.github.com/en/rest/issues/labels#add-labels-to-an-issue
    method: 'POST',
    path: `${base}/issues/:number/labels`,
    handle: async (call, { number = '' }) => {
      const labels = await call.body(labelsSchema);
      return changeLabels(call, number, (present) => [...present, ...labels]);
    },
  },
  {
    // https://docs.github.com/en/rest/issues/labels#remove-all-labels-from-an-issue
    method: 'DELETE',
    path: `${base}/issues/:number/labels`,
    handle: async (call, { number = '' }) => {
      await changeLabels(call, number, () => []);
      return noContent();
    },
  },
  {
    // https://docs.github.com/en/rest/issues/labels#remove-a-label-from-an-issue
    method: 'DELETE',
    path: `${base}/issues/:number/labels/:name`,
    handle: (call, { number = '', name: removed = '' }) =>
      changeLabels(call, number, (present) => {
        const rest = present.filter((one) => one.toLowerCase() !== removed.toLowerCase());
        if (rest.length === present.length) throw notFound();
        return rest;
      }),
  },
];

async function changeLabels(
  call: Call,
  number: string,
  change: (present: readonly string[]) => readonly string[],
): Promise<Response> {
  const names = await call.desk.state.change(call.user, `Label #${number}`, (snapshot, draft) => {
    const issue = snapshot.issues.get(Number(number));
    const pull = snapshot.pulls.get(Number(number));
    const record = issue ?? pull;
    if (!record) throw notFound();
    const labels = draft.ensureLabels(change(record.labels));
    if (labels.join('\n') !== record.labels.join('\n')) putLabels(draft, issue, pull, labels);
    return { result: labels };
  });
  const { labels } = await call.desk.state.read();
  return json(names.map((one) => labelView(call.urls, one, labels)));
}

function putLabels(
  draft: Draft,
  issue: IssueRecord | undefined,
  pull: PullRecord | undefined,
  labels: string[],
): void {
  if (issue) draft.putIssue({ ...issue, labels, updatedAt: draft.now });
  if (pull) draft.putPull({ ...pull, labels, updatedAt: draft.now });
}
