/** The command was called wrongly; the message says how, in English. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
