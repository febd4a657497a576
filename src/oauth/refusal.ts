/** Why somebody is not signed in. Each has a page (messages.ts) and a status. */
export const refusals = {
  request: 400,
  host: 421,
  path: 404,
  method: 405,
  limit: 429,
  'no-cookie': 400,
  expired: 400,
  state: 400,
  used: 400,
  denied: 403,
  code: 400,
  email: 403,
  settings: 500,
  github: 502,
  unreachable: 502,
  slow: 504,
  organisation: 403,
  'not-member': 403,
} as const;

export type RefusalKind = keyof typeof refusals;

/** Ends a sign-in. The message is for the log: it never holds a token, a code or a state. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  /** The account that is refused, for its owner alone: many have two and do not know in which they are. */
  readonly login: string | undefined;

  constructor(
    kind: RefusalKind,
    detail?: string,
    { cause, login }: { cause?: unknown; login?: string } = {},
  ) {
    super(detail === undefined ? kind : `${kind} (${detail})`, { cause });
    this.kind = kind;
    this.login = login;
  }
}
