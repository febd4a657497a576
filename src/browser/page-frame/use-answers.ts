import { useEffect, useRef } from 'react';
import type { PreviewFailure, PreviewRequest } from './preview-request.ts';
import { type Rendering, startRendering } from './render-latest.ts';

/** Hands on what the server answers to a request, whenever that becomes another. @param render stays the same function */
export function useAnswers<Answer extends object>(
  request: PreviewRequest | undefined,
  render: (request: PreviewRequest, signal: AbortSignal) => Promise<Answer | PreviewFailure>,
  show: (answer: Answer | PreviewFailure) => void,
): void {
  const latest = useRef(show);
  latest.current = show;
  const rendering = useRef<Rendering>(undefined);
  useEffect(() => {
    const started = startRendering(render, (answer) => {
      latest.current(answer);
    });
    rendering.current = started;
    return () => {
      started.stop();
    };
  }, [render]);
  useEffect(() => {
    if (request !== undefined) rendering.current?.ask(request);
  }, [request]);
}
