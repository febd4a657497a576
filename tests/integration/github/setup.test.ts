import { execFile } from 'node:child_process';
import { createEmulator } from 'emulate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createGitHub, type GitHub } from '../../../src/github/client.ts';
import { setUp } from '../../../src/github/setup/run.ts';
import { projectDir } from '../../../src/server/environment.ts';
import { assertRequest } from '../forge/openapi.ts';

// The other side is GitHub as the package `emulate` has it. It knows no rulesets and does not say what the caller may
// do: both are added below, as GitHub describes them. Every request is compared with what GitHub says that it takes.

const repository = 'carla/contenido';

interface Emulated {
  readonly url: string;
  close(): Promise<void>;
}

let emulator: Emulated;
let rulesets: Map<number, Record<string, unknown>>;
let writes: string[];

beforeEach(async () => {
  rulesets = new Map();
  writes = [];
  emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: {
        'token-of-carla': { login: 'carla', scopes: ['repo'] },
        'token-of-ana': { login: 'ana', scopes: ['repo'] },
      },
      github: {
        users: ['carla', 'ana', 'rosa'].map((login) => ({
          login,
          name: login,
          email: `${login}@example.org`,
        })),
        repos: [{ owner: 'carla', name: 'contenido' }],
      },
    },
  });
});

afterEach(() => emulator.close());

const rulesetSchema = z.record(z.string(), z.unknown());

/** Answers for rulesets; undefined: emulate answers. */
function answerRulesets(method: string, path: string, body: unknown): Response | undefined {
  const match = /\/rulesets(?:\/(\d+))?$/u.exec(path);
  if (match === null) return undefined;
  const id = Number(match[1] ?? rulesets.size + 1);
  if (method === 'GET') {
    if (match[1] === undefined) {
      return Response.json([...rulesets.values()].map(({ id: known, name }) => ({ id: known, name })));
    }
    return Response.json(rulesets.get(id));
  }
  rulesets.set(id, {
    ...rulesetSchema.parse(body),
    id,
    source: repository,
    current_user_can_bypass: 'never',
  });
  return Response.json(rulesets.get(id), { status: method === 'POST' ? 201 : 200 });
}

function open(token = 'token-of-carla'): GitHub {
  return createGitHub({
    apiUrl: emulator.url,
    repository,
    token,
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const body: unknown = request.body === null ? undefined : await request.clone().json();
      if (request.method !== 'GET') {
        if (body !== undefined) assertRequest(request.method, pathname, body);
        writes.push(`${request.method} ${pathname.replace(`/repos/${repository}`, '')}`);
      }
      const answer = answerRulesets(request.method, pathname, body) ?? (await fetch(request));
      if (request.method !== 'GET' || pathname !== `/repos/${repository}`) return answer;
      const permissions = { admin: token === 'token-of-carla' };
      return Response.json({ ...z.looseObject({}).parse(await answer.json()), permissions });
    },
  });
}

async function run(github: GitHub, options: { dryRun?: boolean; approvals?: 0 | 1 } = {}): Promise<string[]> {
  const lines: string[] = [];
  const all = {
    dryRun: false,
    approvals: 1,
    reviewers: ['rosa', 'redaccion/revisoras'],
    ...options,
  } as const;
  expect(await setUp(github, { ...all, print: (line) => lines.push(line) })).toBe(true);
  return lines;
}

const labelsSchema = z.array(z.object({ name: z.string(), color: z.string(), description: z.string() }));
const names = async (github: GitHub): Promise<string[]> =>
  (await github.list('/labels?per_page=100', labelsSchema)).map(({ name }) => name);

test('a plan only reads', async () => {
  const lines = await run(open(), { dryRun: true });
  expect(writes).toEqual([]);
  expect(lines).toContain('Labels: would create the label «gaceta/draft»');
  expect(lines.at(-1)).toMatch(
    /^Rules of main: would create the ruleset «Gaceta: main» \(pull request, 1 approval/u,
  );
});

test('what is missing is made, and a second run finds nothing to do', async () => {
  const github = open();
  await run(github);
  expect(await names(github)).toEqual(
    expect.arrayContaining([
      'gaceta/draft',
      'gaceta/pending_review',
      'gaceta/pending_publish',
      'tipo: retirar',
    ]),
  );
  expect(rulesets.get(1)).toMatchObject({
    enforcement: 'active',
    conditions: { ref_name: { include: ['refs/heads/main'] } },
  });
  expect(await github.readText('.github/CODEOWNERS', 'gaceta/codeowners')).toMatch(
    /\n\* @rosa @redaccion\/revisoras\n$/u,
  );
  await expect(github.readText('.github/CODEOWNERS', 'main')).rejects.toThrow('404');
  const pulls = await github.list(
    '/pulls?state=open',
    z.array(z.object({ head: z.object({ ref: z.string() }) })),
  );
  expect(pulls).toEqual([{ head: { ref: 'gaceta/codeowners' } }]);

  writes = [];
  const lines = await run(github);
  expect(writes).toEqual([]);
  expect(lines).toEqual(
    ['Repository', 'Labels', 'CODEOWNERS', 'Rules of main'].map((part) => `${part}: nothing to do.`),
  );
});

test('what somebody changed is put right, and what they added stays', async () => {
  const github = open();
  await run(github);
  await github.request('PATCH', '/labels/gaceta%2Fdraft', z.unknown(), { color: 'ffffff' });
  await github.request('DELETE', '/labels/tipo%3A%20retirar', z.unknown());
  const rules = (rulesets.get(1)?.['rules'] as { type: string }[]).filter(({ type }) => type !== 'deletion');
  rulesets.set(1, { ...rulesets.get(1), rules: [...rules, { type: 'required_signatures' }] });
  writes = [];
  await run(github);
  expect(writes.sort()).toEqual(['PATCH /labels/gaceta%2Fdraft', 'POST /labels', 'PUT /rulesets/1']);
  expect((rulesets.get(1)?.['rules'] as { type: string }[]).map(({ type }) => type).sort()).toEqual([
    'deletion',
    'non_fast_forward',
    'pull_request',
    'required_signatures',
    'required_status_checks',
  ]);
});

test('the number of approvals can be changed later', async () => {
  const github = open();
  await run(github);
  writes = [];
  const lines = await run(github, { approvals: 0 });
  expect(writes).toEqual(['PUT /rulesets/1']);
  expect(lines.at(-1)).toContain('no approval');
});

/** The command, in a process of its own. */
const runCommand = (args: string[], env: Record<string, string>): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/github/setup/cli.ts', ...args],
      {
        cwd: projectDir,
        env: { ...process.env, GITHUB_TOKEN: undefined, GITHUB_REPOSITORY: undefined, ...env },
      },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
      },
    );
  });

test('the command says what the token lacks, does the rest and lists what is left for a person', async () => {
  const { code, output } = await runCommand(['--reviewers', '@rosa'], {
    GITHUB_API_URL: emulator.url,
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: 'token-of-carla',
  });
  expect(code).toBe(1);
  expect(output).toContain('Labels: Create the label «gaceta/draft»: done.');
  expect(output).toMatch(/Rules of main: FAILED\. .*404.* The token needs «Administration: read and write»/u);
  expect(output).toMatch(/By hand:\n- Invite people/u);
});

test.each<[string, string[], Record<string, string>, RegExp]>([
  ['nothing is set', [], {}, /GITHUB_TOKEN is missing[\s\S]*GITHUB_REPOSITORY is missing/u],
  ['an option is unknown', ['--fast'], {}, /--fast[\s\S]*Usage:/u],
  ['a reviewer is no name', ['--reviewers', 'rosa ic!'], {}, /«ic!» is no login/u],
])('the command ends with 2 when %s', async (_, args, env, message) => {
  const { code, output } = await runCommand(args, env);
  expect(output).toMatch(message);
  expect(code).toBe(2);
});

test('nothing is begun with the token of somebody who is no administrator', async () => {
  await expect(
    setUp(open('token-of-ana'), { dryRun: false, approvals: 1, reviewers: [], print: () => undefined }),
  ).rejects.toThrow('no administrator');
  expect(writes).toEqual([]);
});
