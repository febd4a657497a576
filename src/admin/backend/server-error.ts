/** What kind of failure an answer of the server is, or that there was none. */
export type FailureKind =
  | 'network'
  | 'unauthorized'
  | 'forbidden'
  | 'rate-limit'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'not-mergeable'
  | 'server';
