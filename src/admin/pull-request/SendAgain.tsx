import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { updateUnpublishedEntryStatus } from 'decap-cms-core/dist/esm/actions/editorialWorkflow.js';
import { type ReactNode, useState } from 'react';
import { messages } from '../locale/messages.ts';
import { askFor, tellProblem } from './ask-for.ts';
import { getNewsroom } from './newsroom.ts';

/** The entry in the form, and where it stands. */
export interface FormPlace {
  readonly collection: string;
  readonly slug: string;
  readonly status: string | undefined;
}

interface Props {
  readonly number: number;
  /** Logins. */
  readonly reviewers: readonly string[];
  readonly place: FormPlace;
}

const inReview = 'pending_review';

/** After changes were asked for: back to the step of the review, and to those who asked. */
export function SendAgain({ number, reviewers, place: { collection, slug, status } }: Props): ReactNode {
  const [isSending, setSending] = useState(false);
  const text = messages.pull.again;
  const handleClick = async (): Promise<void> => {
    setSending(true);
    // https://docs.github.com/en/rest/pulls/review-requests#request-reviewers-for-a-pull-request
    const path = `${getNewsroom()?.repo ?? ''}/pulls/${String(number)}/requested_reviewers`;
    const problem = await askFor(
      (api) => api.request(path, { method: 'POST', body: JSON.stringify({ reviewers }) }),
      { done: text.sent },
    );
    setSending(false);
    if (problem !== undefined) tellProblem(problem);
    else if (status !== undefined && status !== inReview)
      store.dispatch(updateUnpublishedEntryStatus(collection, slug, status, inReview));
  };
  return (
    <button type="button" className="gaceta-primary" disabled={isSending} onClick={() => void handleClick()}>
      {isSending ? text.sending : text.send}
    </button>
  );
}
