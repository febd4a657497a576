import { z } from 'zod';
import { type GitHub, GitHubError } from '../client.ts';
import type { Part, SetupOptions } from './step.ts';

const path = '.github/CODEOWNERS';
const branch = 'gaceta/codeowners';

const fileSchema = z.object({ sha: z.string() });
const refSchema = z.object({ object: z.object({ sha: z.string() }) });
const collaboratorsSchema = z.array(z.object({ login: z.string(), role_name: z.string().optional() }));
const pullsSchema = z.array(z.object({ number: z.number() }));

/** Whose approval counts for everything in the repository. */
const toCodeOwners = (reviewers: readonly string[]): string =>
  `# Made by «npm run setup:github»: an approval counts when it is by one of these people.\n* ${reviewers.map((name) => `@${name}`).join(' ')}\n`;

export const codeOwners: Part = {
  title: 'CODEOWNERS',
  needs: 'Contents and Pull requests: read and write',
  async plan(github, options) {
    const reviewers = await findReviewers(github, options);
    if (reviewers.length === 0) return [];
    const text = toCodeOwners(reviewers);
    if ((await readFile(github, 'main')) === text || (await isProposed(github, text))) return [];
    const apply = (): Promise<void> => propose(github, text);
    return [{ title: `Open a pull request with ${path}: ${reviewers.join(', ')}`, apply }];
  },
};

async function findReviewers(github: GitHub, { reviewers }: SetupOptions): Promise<readonly string[]> {
  if (reviewers !== undefined) return reviewers;
  const people = await github.list('/collaborators?per_page=100', collaboratorsSchema);
  return people
    .filter(({ role_name: role }) => role === 'maintain' || role === 'admin')
    .map(({ login }) => login)
    .sort();
}

/** The file of a branch; undefined: there is no such file, or no such branch. */
async function readFile(github: GitHub, ref: string): Promise<string | undefined> {
  return orUndefined(github.readText(path, ref));
}

async function isProposed(github: GitHub, text: string): Promise<boolean> {
  return (await readFile(github, branch)) === text && (await findPulls(github)).length > 0;
}

/** Puts the file on a branch of its own and asks for its review. A branch that is there already goes on. */
async function propose(github: GitHub, text: string): Promise<void> {
  if ((await orUndefined(github.request('GET', `/git/ref/heads/${branch}`, refSchema))) === undefined) {
    const { object } = await github.request('GET', '/git/ref/heads/main', refSchema);
    await github.request('POST', '/git/refs', z.unknown(), { ref: `refs/heads/${branch}`, sha: object.sha });
  }
  const known = await orUndefined(
    github.request('GET', `/contents/${path}?ref=${encodeURIComponent(branch)}`, fileSchema),
  );
  if ((await readFile(github, branch)) !== text) {
    await github.request('PUT', `/contents/${path}`, z.unknown(), {
      message: 'Say whose approval counts',
      content: Buffer.from(text).toString('base64'),
      branch,
      ...(known && { sha: known.sha }),
    });
  }
  if ((await findPulls(github)).length > 0) return;
  await github.request('POST', '/pulls', z.unknown(), {
    title: 'CODEOWNERS: quiénes aprueban',
    head: branch,
    base: 'main',
    body: 'Desde que esto se publique cuentan solo las aprobaciones de estas personas.',
  });
}

async function findPulls(github: GitHub): Promise<z.output<typeof pullsSchema>> {
  const [owner = ''] = github.repository.split('/');
  const head = encodeURIComponent(`${owner}:${branch}`);
  return github.list(`/pulls?state=open&base=main&head=${head}&per_page=100`, pullsSchema);
}

async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined;
    throw error;
  }
}
