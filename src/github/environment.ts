import { z } from 'zod';
import { createGitHub, type GitHub } from './client.ts';

/** A variable of the environment is missing or wrong; the message lists all of them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const schema = z.object({
  GITHUB_TOKEN: z.string('is missing. Set it to a token of an administrator of the repository.').min(1),
  GITHUB_REPOSITORY: z
    .string('is missing. Set it to owner/name of the content repository.')
    .regex(/^[\w.-]+\/[\w.-]+$/u, 'is not owner/name.'),
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/u, error: 'is no address.' })
    .default('https://api.github.com')
    .transform((url) => url.replace(/\/+$/u, '')),
});

/**
 * The repository that the environment names, by the variables that GitHub Actions sets.
 * @throws UsageError that lists every problem
 */
export function openGitHub(env: Readonly<Record<string, string | undefined>>): GitHub {
  const result = schema.safeParse(env);
  if (!result.success) {
    throw new UsageError(
      result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'),
    );
  }
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = result.data;
  return createGitHub({ apiUrl, repository, token });
}
