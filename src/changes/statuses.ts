import { UsageError } from '../checks/usage-error.ts';
import { summarize } from '../review/report/index.ts';
import type { Changes } from './collect-changes.ts';
import { toDescription } from './description.ts';
import { messages } from './messages.ts';

/** A commit status that says that something went well. */
export interface ReviewStatus {
  readonly context: string;
  readonly description: string;
  readonly targetUrl?: string;
}

export interface StatusOptions {
  /** The pull request. */
  readonly number: number;
  /** Where the newsroom's server is, without a final slash; undefined: there is none. */
  readonly origin: string | undefined;
  /** Where the report is when there is no newsroom. */
  readonly fallbackUrl?: string | undefined;
}

/** The status that says that there is a report. */
export const reviewContext = 'gaceta/revision';

/** The context that Decap reads for «ver previsualización». */
const previewContext = 'deploy/preview';

/** Where a reviewer reads a pull request. */
export const toReviewUrl = (origin: string, number: number): string =>
  `${origin}/revision/#/cambios/${String(number)}`;

/** The statuses of a head: its summary, and, where a newsroom answers, its page. */
export function toStatuses(
  { report, head }: Changes,
  { number, origin, fallbackUrl }: StatusOptions,
): ReviewStatus[] {
  const url = origin === undefined ? fallbackUrl : toReviewUrl(origin, number);
  const review = {
    context: reviewContext,
    description: toDescription(summarize(report)),
    ...(url === undefined ? {} : { targetUrl: url }),
  };
  if (origin === undefined) return [review];
  // The commit in the address is what lets somebody without an account see the page, and nobody who guesses.
  const page = `${origin}/preview/pr/${String(number)}?head=${head}`;
  return [review, { context: previewContext, description: messages.previewReady, targetUrl: page }];
}

/**
 * GACETA_URL: where the newsroom's server is.
 * @throws UsageError when it is no address
 */
export function readOrigin(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const value = env['GACETA_URL'];
  if (value === undefined || value === '') return undefined;
  if (!URL.canParse(value) || !/^https?:\/\//u.test(value)) {
    throw new UsageError(`GACETA_URL is «${value}». Set it to an address such as https://example.org.`);
  }
  return new URL(value).origin;
}
