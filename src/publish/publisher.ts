/** How one publish ended. `report` is what editors should read, in Spanish. */
export type PublishOutcome =
  | { readonly success: true; readonly from: string | undefined; readonly to: string }
  | {
      readonly success: false;
      readonly from: string | undefined;
      readonly to: string;
      readonly report: string;
    };

export interface PublisherOptions {
  /** The commit that main is at. */
  readonly readMain: () => Promise<string>;
  /** The commit that is live, if any. */
  readonly readLive: () => Promise<string | undefined>;
  /** Builds and releases a commit. @throws PublishError with a report in Spanish, or any other error. */
  readonly publish: (commit: string) => Promise<void>;
  readonly onStart: (commit: string) => Promise<void>;
  readonly onEnd: (outcome: PublishOutcome) => Promise<void>;
  /** Anything else that failed, such as reading main. The next request tries again. */
  readonly onError: (error: unknown) => void;
}

/** A build that failed for a reason that an editor can mend. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}

export interface Publisher {
  /** Main may have moved: publish it, now or, while a build runs, in one further build after it. */
  request(): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Keeps the live site at main, one build at a time: requests that arrive during a build are taken together
 * in the next one. A failed commit is not tried again until main moves.
 */
export function createPublisher(options: PublisherOptions): Publisher {
  let wanted = false;
  let closed = false;
  let failed: string | undefined;
  let running: Promise<void> | undefined;

  async function publishOnce(): Promise<void> {
    const to = await options.readMain();
    const from = await options.readLive();
    if (to === from || to === failed) return;
    const [outcome] = await Promise.all([attempt(from, to), options.onStart(to)]);
    failed = outcome.success ? undefined : to;
    await options.onEnd(outcome);
  }

  async function attempt(from: string | undefined, to: string): Promise<PublishOutcome> {
    try {
      await options.publish(to);
      return { success: true, from, to };
    } catch (error) {
      const report =
        error instanceof PublishError
          ? error.message
          : `El sitio no se pudo construir. Avisa a quien lo mantiene: ${error instanceof Error ? error.message : String(error)}`;
      return { success: false, from, to, report };
    }
  }

  async function run(): Promise<void> {
    while (wanted && !closed) {
      wanted = false;
      try {
        await publishOnce();
      } catch (error) {
        options.onError(error);
      }
    }
    running = undefined;
  }

  return {
    request() {
      wanted = true;
      running ??= run();
    },
    async idle() {
      while (running !== undefined) await running;
    },
    async close() {
      closed = true;
      await running;
    },
  };
}
