import { expect, test } from 'vitest';
import { type Caller, Turns } from '../../../src/on-demand/turns.ts';

const toCaller = (name: string): Caller => ({ name, spend: () => undefined });

test('callers take turns: whoever asks once waits for one task of somebody who asks for many', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const ask = (name: string): Promise<unknown> =>
    turns.run(toCaller(name), () => Promise.resolve(done.push(name)));
  await Promise.all([...Array.from({ length: 5 }, () => ask('ana')), ask('beto'), ask('rosa')]);
  expect(done).toEqual(['ana', 'beto', 'rosa', 'ana', 'ana', 'ana', 'ana']);
});

test('one task at a time, and one that fails is the caller’s alone', async () => {
  const turns = new Turns();
  let running = 0;
  const ask = (name: string, fails = false): Promise<number> =>
    turns.run(toCaller(name), async () => {
      running++;
      await new Promise((resolve) => setImmediate(resolve));
      if (fails) throw new Error('No.');
      return running--;
    });
  const failed = ask('ana', true).catch((error: unknown) => {
    running--;
    return String(error);
  });
  expect(await Promise.all([failed, ask('ana'), ask('beto')])).toEqual(['Error: No.', 1, 1]);
});

test('whoever comes at any moment is served', async () => {
  const turns = new Turns();
  for (let gap = 0; gap < 12; gap++) {
    const first = turns.run(toCaller('ana'), () => Promise.resolve());
    for (let tick = 0; tick < gap; tick++) await Promise.resolve();
    await Promise.all([first, turns.run(toCaller('beto'), () => Promise.resolve())]);
  }
});

test('no more of one caller wait than twelve, and of all together sixty', async () => {
  const turns = new Turns();
  let begin = (): void => undefined;
  const gate = new Promise<void>((resolve) => (begin = resolve));
  const ask = (name: string): Promise<string> =>
    turns
      .run(toCaller(name), () => gate)
      .then(
        () => 'done',
        (error: unknown) => String((error as { kind?: string }).kind),
      );
  // The first runs and waits no more.
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((name) => Array.from({ length: 13 }, () => ask(name)));
  begin();
  const answers = await Promise.all(all);
  expect(answers.slice(0, 13)).toEqual(Array.from({ length: 13 }, () => 'done'));
  expect(answers.slice(13, 26).filter((answer) => answer === 'busy')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(61);
});

test('a caller is told what a task took, and not how long it waited', async () => {
  const turns = new Turns();
  const spent: Record<string, number> = {};
  const ask = (name: string, milliseconds: number): Promise<void> =>
    turns.run(
      { name, spend: (taken) => (spent[name] = taken) },
      () =>
        new Promise((resolve) => {
          const end = performance.now() + milliseconds;
          while (performance.now() < end);
          resolve();
        }),
    );
  await Promise.all([ask('ana', 50), ask('beto', 0)]);
  expect(spent['ana']).toBeGreaterThanOrEqual(50);
  expect(spent['beto']).toBeLessThan(50);
});
