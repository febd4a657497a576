import { describe, expect, test } from 'vitest';
import { createPublisher, PublishError, type PublishOutcome } from '../../../src/publish/index.ts';

/** A main branch and a site in memory; each build waits until the test lets it end. */
function createSite() {
  const builds: { commit: string; end: (error?: Error) => void }[] = [];
  const outcomes: PublishOutcome[] = [];
  const errors: unknown[] = [];
  const started: (() => void)[] = [];
  const state: { main: string; live: string | undefined } = { main: 'a', live: undefined };
  const publisher = createPublisher({
    readMain: () => (state.main === '' ? Promise.reject(new Error('no main')) : Promise.resolve(state.main)),
    readLive: () => Promise.resolve(state.live),
    publish: (commit) =>
      new Promise<void>((resolve, reject) => {
        builds.push({
          commit,
          end: (error) => {
            if (error === undefined) {
              state.live = commit;
              resolve();
            } else reject(error);
          },
        });
        started.shift()?.();
      }),
    onStart: () => Promise.resolve(),
    onEnd: (outcome) => {
      outcomes.push(outcome);
      return Promise.resolve();
    },
    onError: (error) => errors.push(error),
  });
  const nextBuild = (): Promise<void> => new Promise((resolve) => started.push(resolve));
  return { publisher, state, builds, outcomes, errors, nextBuild };
}

describe('createPublisher', () => {
  test('takes the requests that arrive during a build together in one further build', async () => {
    const { publisher, state, builds, nextBuild } = createSite();
    let build = nextBuild();
    publisher.request();
    await build;
    build = nextBuild();
    for (const commit of ['b', 'c', 'd']) {
      state.main = commit;
      publisher.request();
    }
    builds[0]?.end();
    await build;
    builds[1]?.end();
    await publisher.idle();
    expect(builds.map(({ commit }) => commit)).toEqual(['a', 'd']);
    expect(state.live).toBe('d');
  });

  test('does nothing when main is live', async () => {
    const { publisher, state, builds } = createSite();
    state.live = 'a';
    publisher.request();
    await publisher.idle();
    expect(builds).toEqual([]);
  });

  test('reports a failure with its reason and does not try the same commit again', async () => {
    const { publisher, builds, outcomes, nextBuild } = createSite();
    const build = nextBuild();
    publisher.request();
    await build;
    builds[0]?.end(new PublishError('El título es muy largo.'));
    await publisher.idle();
    publisher.request();
    await publisher.idle();
    expect(builds).toHaveLength(1);
    expect(outcomes).toEqual([
      { success: false, from: undefined, to: 'a', report: 'El título es muy largo.' },
    ]);
  });

  test('publishes the next commit after a failure', async () => {
    const { publisher, state, builds, outcomes, nextBuild } = createSite();
    let build = nextBuild();
    publisher.request();
    await build;
    builds[0]?.end(new Error('out of memory'));
    await publisher.idle();
    state.main = 'b';
    build = nextBuild();
    publisher.request();
    await build;
    builds[1]?.end();
    await publisher.idle();
    expect(outcomes.map(({ success }) => success)).toEqual([false, true]);
  });

  test('survives a main that cannot be read', async () => {
    const { publisher, state, builds, errors, nextBuild } = createSite();
    state.main = '';
    publisher.request();
    await publisher.idle();
    expect(errors).toHaveLength(1);
    state.main = 'a';
    const build = nextBuild();
    publisher.request();
    await build;
    builds[0]?.end();
    await publisher.idle();
    expect(state.live).toBe('a');
  });
});
