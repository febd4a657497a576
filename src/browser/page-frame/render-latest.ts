import type { PreviewFailure, PreviewRequest } from './preview-request.ts';

export interface Rendering {
  /** Asks for a page; while one is under way, only the latest wish is kept. */
  ask(request: PreviewRequest): void;
  stop(): void;
}

/** Renders one wish after the other: whoever types without a pause still sees the page follow. */
export function startRendering<Answer extends object>(
  render: (request: PreviewRequest, signal: AbortSignal) => Promise<Answer | PreviewFailure>,
  show: (answer: Answer | PreviewFailure) => void,
): Rendering {
  const controller = new AbortController();
  const { signal } = controller;
  let wanted: PreviewRequest | undefined;
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async (): Promise<void> => {
    isBusy = true;
    while (wanted !== undefined && !signal.aborted) {
      const request = wanted;
      wanted = undefined;
      await renderOne(request);
    }
    isBusy = false;
  };
  const renderOne = async (request: PreviewRequest): Promise<void> => {
    try {
      const answer = await render(request, signal);
      if (signal.aborted) return;
      show(answer);
      if ('retryAfter' in answer) {
        timer = setTimeout(
          () => {
            ask(wanted ?? request);
          },
          Number(answer.retryAfter) * 1000,
        );
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  const ask = (request: PreviewRequest): void => {
    clearTimeout(timer);
    wanted = request;
    if (!isBusy) void run();
  };
  return {
    ask,
    stop() {
      controller.abort();
      clearTimeout(timer);
    },
  };
}
