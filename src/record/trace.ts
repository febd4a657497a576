import type { StepChange } from '../git/index.ts';
import type { TracedVersion } from './types.ts';

/**
 * The versions of every post that is there in the end, oldest first, by its path. A renamed post brings its versions along, one
 * that was taken down and came back has those from before.
 * @param steps oldest first
 */
export function traceVersions(
  steps: readonly { readonly changes: readonly StepChange[] }[],
): Map<string, TracedVersion[]> {
  const traces = new Map<string, TracedVersion[]>();
  for (const [step, { changes }] of steps.entries()) {
    // All that leaves a path goes before what comes to it: two posts may change places.
    const moved = changes.map(({ previousPath }) => {
      const trace = previousPath === undefined ? undefined : traces.get(previousPath);
      if (previousPath !== undefined) traces.delete(previousPath);
      return trace;
    });
    for (const [index, { path, after }] of changes.entries()) {
      const trace = moved[index] ?? traces.get(path) ?? [];
      trace.push({ step, path, blob: after });
      traces.set(path, trace);
    }
  }
  return traces;
}
