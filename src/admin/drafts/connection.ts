/** Is this the failure of a request that got no answer? ServerError has the kind; see backend/server-error.ts. */
export const isWithoutConnection = (error: unknown): boolean =>
  error instanceof Error && 'kind' in error && error.kind === 'network';
