import { useState } from 'react';
import type { Api } from '../api.ts';
import { enter } from './enter.ts';

/** What a button that signs in needs. */
export interface Entering {
  readonly isBusy: boolean;
  /** Why it did not work. */
  readonly problem: string | undefined;
  start(): void;
}

/** @param expected as `enter` takes it */
export function useEnter(api: Api, expected?: string): Entering {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const start = (): void => {
    setProblem(undefined);
    setIsBusy(true);
    enter(api, expected)
      .catch((error: unknown) => {
        setProblem(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        setIsBusy(false);
      });
  };
  return { isBusy, problem, start };
}
