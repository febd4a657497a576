/** Resolves when no queued text is being stored. */
export const untilQueueRests = (): Promise<void> => Promise.resolve();
