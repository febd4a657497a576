import { type Comments, loadComments } from '../../browser/conversation/load-conversation.ts';
import { pullSchema } from '../../browser/github-answers.ts';
import { loadFacts, loadNames, type PullFacts } from '../../browser/load-facts.ts';
import { loadContext } from '../../browser/page-frame/fetch-preview.ts';
import { startPolling } from '../../browser/poll.ts';
import { AnswerError } from '../../browser/reader.ts';
import { toChecks } from '../../browser/rules.ts';
import type { Api } from '../api.ts';
import { toMessage } from '../api-error.ts';
import type { LoadedPull, Viewer } from '../pull.ts';
import type { Store } from '../store.ts';
import { loadPictures, type Pictures } from './load-assets.ts';
import { type Content, loadContent } from './load-content.ts';
import { readFindings } from './read-findings.ts';

/** What is known of the pull request on the screen. */
export interface KnownPull {
  readonly pull?: LoadedPull;
  /** There is none, or not for this account. */
  readonly isMissing?: true;
  /** Why the last question had no answer. */
  readonly problem?: string;
}

/** Between two questions, in milliseconds; shorter while GitHub computes or checks run. */
const calm = 10_000;
const busy = 1_500;

/** One question in so many asks for everything, also for what does not change the pull request. */
const thoroughly = 3;

export interface Watch {
  /** Asks at once, for everything. */
  refresh(): void;
  stop(): void;
}

/** Keeps a pull request up to date. Texts come first, pictures when they are there. */
export function watchPull(api: Api, number: number, viewer: Viewer, store: Store<KnownPull>): Watch {
  let turn = 0;
  let isStopped = false;
  let content: Content | undefined;
  let pictures: Pictures | undefined;
  let context: unknown;
  let last: { readonly facts: PullFacts; readonly comments: Comments } | undefined;

  const show = (): void => {
    if (isStopped || last === undefined || content === undefined) return;
    const { facts, comments } = last;
    store.set({
      pull: {
        facts,
        viewer,
        body: facts.pull.body ?? '',
        ...content,
        mediaAssets: {},
        ...pictures,
        findings: readFindings(comments.report, facts.pull.head.sha),
        ...comments,
        context,
        timeZone: api.settings.timeZone,
      },
    });
  };

  const loadLater = async (current: Content): Promise<void> => {
    const found = await loadPictures(api, current);
    if (content !== current) return;
    pictures = found;
    show();
  };

  const look = async (): Promise<number> => {
    const before = last;
    const isThorough = turn++ % thoroughly === 0 || isBusy(before?.facts);
    if (before !== undefined && !isThorough) {
      const path = `${api.repo}/pulls/${String(number)}`;
      if ((await api.read(path, pullSchema)) === before.facts.pull) return calm;
    }
    const found = await loadFacts(api, number);
    const comments = await loadComments(api, found);
    const speakers = [...comments.comments, ...comments.reviewComments].map(({ user }) => user);
    const facts = { ...found, names: await loadNames(api, found.names, speakers) };
    if (content?.head !== facts.pull.head.sha) {
      const next = await loadContent(api, facts.pull);
      context ??= await loadContextOrNone();
      content = next;
      pictures = undefined;
      loadLater(next).catch((error: unknown) => {
        // The texts are there; pictures are asked for with the next head, or by a reload.
        if (!isStopped) store.set({ ...store.get(), problem: toMessage(error) });
      });
    }
    last = { facts, comments };
    show();
    return isBusy(facts) ? busy : calm;
  };

  const polling = startPolling(async () => {
    try {
      return await look();
    } catch (error) {
      const isMissing = error instanceof AnswerError && error.status === 404;
      if (!isStopped) store.set(isMissing ? { isMissing } : { ...store.get(), problem: toMessage(error) });
      throw error;
    }
  });
  return {
    refresh() {
      turn = 0;
      polling.refresh();
    },
    stop() {
      isStopped = true;
      polling.stop();
    },
  };
}

async function loadContextOrNone(): Promise<unknown> {
  const answer = await loadContext();
  return 'context' in answer ? answer.context : undefined;
}

const isBusy = (facts: PullFacts | undefined): boolean =>
  facts?.pull.state === 'open' &&
  (facts.pull.mergeable_state === 'unknown' || toChecks(facts).some(({ state }) => state === 'pending'));
