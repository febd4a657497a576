import { expect, test, vi } from 'vitest';
import type { HeadReport } from '../../../src/forge/index.ts';
import { createHeadReport } from '../../../src/server/head-report.ts';
import {
  type Client,
  commitFiles,
  openNewsroomAt,
  origin,
  saveEntry,
  type TestNewsroom,
} from '../forge/newsroom.ts';
import { createChange, photo, toPath, toPost } from './newsroom.ts';

interface Told {
  readonly statuses: { context: string; state: string; description: string; target_url: string | null }[];
  readonly comments: { id: number; body: string; user: { login: string } }[];
}

/** What a pull request was told, once its head has a report. */
async function waitForReport(call: Client, number: number): Promise<Told> {
  const { body: pull } = await call('GET', `./pulls/${String(number)}`);
  return vi.waitUntil(
    async () => {
      const { statuses } = (await call('GET', `./commits/${String(pull.head.sha)}/status`)).body as Told;
      const comments = (await call('GET', `./issues/${String(number)}/comments`)).body as Told['comments'];
      return statuses.some(({ context }) => context === 'gaceta/revision') && { statuses, comments };
    },
    { timeout: 30_000, interval: 50 },
  );
}

async function openWith(files: Record<string, string>, report?: HeadReport): Promise<TestNewsroom> {
  const git = await createChange(files);
  await git.git('switch', '--quiet', 'main');
  return openNewsroomAt(git, {
    report: report ?? createHeadReport(git.path, `${git.path}/.git/check`, origin),
  });
}

/** A pull request of a branch with these changes. */
async function propose(call: Client, branch: string, files: Record<string, string | null>): Promise<number> {
  const sha = await commitFiles(call, files, branch);
  expect((await call('POST', './git/refs', { ref: `refs/heads/${branch}`, sha })).status).toBe(201);
  const pull = await call('POST', './pulls', {
    title: branch,
    head: `gaceta:${branch}`,
    base: 'main',
    body: '',
  });
  return pull.body.number as number;
}

test('a save is told to reviewers in one comment and two statuses, which follow the next save', async () => {
  await using newsroom = await openWith({});
  const ana = await newsroom.signIn('ana');
  const { number, sha, branch } = await saveEntry(ana, '2026-02-03-uno', toPost());
  const first = await waitForReport(ana, number);
  expect(first.comments).toMatchObject([
    { user: { login: 'gaceta' }, body: expect.stringMatching(/^<!-- gaceta:revision -->\n/u) },
  ]);
  expect(first.comments[0]?.body).toContain('El presupuesto se publica cada mes');
  expect(first.statuses).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        context: 'gaceta/revision',
        state: 'success',
        target_url: `${origin}/revision/#/cambios/${String(number)}`,
      }),
      expect.objectContaining({
        context: 'deploy/preview',
        state: 'success',
        target_url: `${origin}/preview/pr/${String(number)}?head=${sha}`,
      }),
    ]),
  );
  const next = await commitFiles(ana, { [toPath('uno')]: toPost({ title: 'Otro título' }) }, 'Edit', sha);
  await ana('PATCH', `./git/refs/heads/${branch}`, { sha: next });
  const second = await waitForReport(ana, number);
  expect(second.comments.map(({ id }) => id)).toEqual(first.comments.map(({ id }) => id));
  expect(second.comments[0]?.body).toContain('Otro título');
});

test('removals, new addresses and media are told as such', async () => {
  await using newsroom = await openWith({
    [toPath('uno')]: toPost(),
    [toPath('dos')]: toPost({ title: 'Dos' }),
  });
  const ana = await newsroom.signIn('ana');
  const removal = await propose(ana, 'cms/posts/uno', { [toPath('uno')]: null });
  const renaming = await propose(ana, 'cms/posts/tres', {
    [toPath('dos')]: null,
    [toPath('tres')]: toPost({ title: 'Dos', aliases: ['/articulos/2026-02-03-dos/'] }),
  });
  const media = await propose(ana, 'medios/plaza', { [photo]: null });
  const [removed, renamed, gone] = await Promise.all(
    [removal, renaming, media].map(async (number) => {
      const { comments, statuses } = await waitForReport(ana, number);
      const status = statuses.find(({ context }) => context === 'gaceta/revision');
      return { comment: comments[0]?.body, description: status?.description };
    }),
  );
  expect(removed?.comment).toContain('se retira del sitio');
  expect(renamed?.description).toContain('dirección');
  expect(gone?.comment).toContain('plaza');
  // Both posts show the photo that goes.
  expect(gone?.comment?.match(/no existe/gu)?.length).toBeGreaterThanOrEqual(2);
});

test('a report that fails breaks no save, and says so', async () => {
  const warned = new Promise((resolve) => process.once('warning', resolve));
  const report: HeadReport = {
    context: 'gaceta/revision',
    marker: '<!-- gaceta:revision -->',
    run: () => Promise.reject(new Error('No report')),
  };
  await using newsroom = await openWith({}, report);
  const ana = await newsroom.signIn('ana');
  const { number } = await saveEntry(ana, '2026-02-03-uno', toPost());
  const { statuses, comments } = await waitForReport(ana, number);
  expect(statuses).toMatchObject([{ context: 'gaceta/revision', state: 'error' }]);
  expect(comments).toEqual([]);
  await warned;
});

test('closing waits for the report that has begun and begins no other; the next start makes up for it', async () => {
  const git = await createChange({});
  await git.git('switch', '--quiet', 'main');
  const begun: string[] = [];
  const started = Promise.withResolvers<undefined>();
  const finish = Promise.withResolvers<undefined>();
  const report: HeadReport = {
    context: 'gaceta/revision',
    marker: '<!-- gaceta:revision -->',
    async run({ head }) {
      begun.push(head);
      started.resolve(undefined);
      await finish.promise;
      return {
        comment: '<!-- gaceta:revision -->\nListo.',
        statuses: [{ context: 'gaceta/revision', state: 'success' }],
      };
    },
  };
  const first = await openNewsroomAt(git, { report });
  const ana = await first.signIn('ana');
  const one = await saveEntry(ana, '2026-02-03-uno', toPost());
  const two = await saveEntry(ana, '2026-02-03-dos', toPost({ title: 'Dos' }));
  await started.promise;
  const closed = first.forge.close();
  finish.resolve(undefined);
  await closed;
  expect(begun).toEqual([one.sha]);
  await first.repository.close();

  await using second = await openNewsroomAt(git, { report });
  const beto = await second.signIn('beto');
  await waitForReport(beto, two.number);
  expect(begun).toEqual([one.sha, two.sha]);
});
