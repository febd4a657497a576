import { expect, test, vi } from 'vitest';
import type { PreviewFailure, PreviewRequest } from '../../../../src/browser/page-frame/preview-request.ts';
import { startRendering } from '../../../../src/browser/page-frame/render-latest.ts';

const toRequest = (id: string): PreviewRequest => ({
  collection: 'posts',
  id,
  values: {},
  context: {},
  assets: {},
});

interface Answer {
  readonly html: string;
}

/** A server whose answers come when the test says so. */
function startServer(): {
  asked: string[];
  answer: (answer: Answer | PreviewFailure) => void;
  render: (request: PreviewRequest, signal: AbortSignal) => Promise<Answer | PreviewFailure>;
} {
  const asked: string[] = [];
  let current = Promise.withResolvers<Answer | PreviewFailure>();
  return {
    asked,
    answer: (answer) => {
      current.resolve(answer);
    },
    render({ id }, signal) {
      asked.push(id);
      current = Promise.withResolvers();
      signal.addEventListener('abort', () => {
        current.reject(new DOMException('', 'AbortError'));
      });
      return current.promise;
    },
  };
}

test('while a page is under way only the latest wish is kept', async () => {
  const server = startServer();
  const shown: string[] = [];
  const rendering = startRendering(server.render, (answer) => {
    shown.push('html' in answer ? answer.html : answer.message);
  });
  for (const id of ['a', 'b', 'c']) rendering.ask(toRequest(id));
  expect(server.asked).toEqual(['a']);
  server.answer({ html: 'A' });
  await expect.poll(() => server.asked).toEqual(['a', 'c']);
  server.answer({ html: 'C' });
  await expect.poll(() => shown).toEqual(['A', 'C']);
  rendering.stop();
});

test('a server that asks for patience is asked the same again', async () => {
  vi.useFakeTimers();
  const server = startServer();
  const shown: string[] = [];
  const rendering = startRendering(server.render, (answer) => {
    shown.push('html' in answer ? answer.html : answer.message);
  });
  rendering.ask(toRequest('a'));
  server.answer({ kind: 'refused', message: 'Espera.', retryAfter: 2 });
  await vi.advanceTimersByTimeAsync(1999);
  expect(server.asked).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(1);
  expect(server.asked).toEqual(['a', 'a']);
  server.answer({ html: 'A' });
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toEqual(['Espera.', 'A']);
  rendering.stop();
  vi.useRealTimers();
});

test('what has been stopped shows nothing more', async () => {
  const server = startServer();
  const rendering = startRendering(server.render, () => expect.unreachable());
  rendering.ask(toRequest('a'));
  rendering.stop();
  server.answer({ html: 'A' });
  rendering.ask(toRequest('b'));
  await Promise.resolve();
  expect(server.asked).toEqual(['a']);
});
