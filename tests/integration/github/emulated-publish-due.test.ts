import { createEmulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createGitHub, type GitHub } from '../../../src/github/client.ts';
import { publishDue } from '../../../src/github/publish-due/publish-due.ts';
import { toSamplePost } from '../../support/sample-posts.ts';

// The other side is GitHub as the package `emulate` has it; it knows neither rulesets nor the files of a pull request,
// which are added here.

const repository = 'carla/contenido';
let emulator: { readonly url: string; close(): Promise<void> };

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { 'token-of-carla': { login: 'carla', scopes: ['repo'] } },
      github: {
        users: [{ login: 'carla', name: 'Carla', email: 'carla@example.org' }],
        repos: [{ owner: 'carla', name: 'contenido' }],
      },
    },
  });
});

afterAll(() => emulator.close());

const branch = 'cms/posts/a';
const path = 'src/content/posts/a.mdx';

/** By path below the repository. */
const added: Readonly<Record<string, unknown>> = {
  '/rules/branches/main': [{ type: 'pull_request', parameters: { required_approving_review_count: 1 } }],
  '/pulls/1/files': [{ filename: path, status: 'added' }],
};

const open = (): GitHub =>
  createGitHub({
    apiUrl: emulator.url,
    repository,
    token: 'token-of-carla',
    fetch: (request) => {
      const answer = added[new URL(request.url).pathname.replace(`/repos/${repository}`, '')];
      return answer === undefined ? fetch(request) : Promise.resolve(Response.json(answer));
    },
  });

test('on GitHub, too, a planned post is merged at its moment and its branch goes', async () => {
  const github = open();
  const refSchema = z.object({ object: z.object({ sha: z.string() }) });
  const main = await github.request('GET', '/git/ref/heads/main', refSchema);
  const body = { ref: `refs/heads/${branch}`, sha: main.object.sha };
  await github.request('POST', '/git/refs', z.unknown(), body);
  const content = toSamplePost(1).content.replace(/^date: .*$/mu, 'date: 2040-03-04T00:00:00-06:00');
  await github.request('PUT', `/contents/${path}`, z.unknown(), {
    message: 'Crear',
    content: Buffer.from(content).toString('base64'),
    branch,
  });
  const pullSchema = z.object({ number: z.number() });
  const pull = { title: 'A', head: branch, base: 'main' };
  const { number } = await github.request('POST', '/pulls', pullSchema, pull);
  await github.request('PUT', `/issues/${String(number)}/labels`, z.unknown(), {
    labels: ['gaceta/pending_publish'],
  });
  const run = (now: string): ReturnType<typeof publishDue> =>
    publishDue(github, { now: new Date(now), pause: () => Promise.resolve() });

  expect(await run('2040-03-04T05:59:59Z')).toMatchObject([{ number, state: 'waiting' }]);
  expect(await run('2040-03-04T06:00:00Z')).toMatchObject([{ number, state: 'published' }]);
  expect(await github.readText(path, 'main')).toBe(content);
  await expect(github.request('GET', `/git/ref/heads/${branch}`, refSchema)).rejects.toThrow('404');
});
