import { parseArgs } from 'node:util';
import { GitHubError } from '../client.ts';
import { openGitHub, UsageError } from '../environment.ts';
import { toByHand } from './by-hand.ts';
import { UnfitError } from './repository.ts';
import { setUp } from './run.ts';

// `npm run setup:github -- [--dry-run] [--approvals 0|1] [--reviewers ana,org/team]` of GITHUB_REPOSITORY, with
// GITHUB_TOKEN. Exit code 0: everything is in order; 1: GitHub refused a part; 2: the command itself failed.

const usage =
  'Usage: npm run setup:github -- [--dry-run] [--approvals 0|1] [--reviewers ana,organisation/team]';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        approvals: { type: 'string', default: '1' },
        reviewers: { type: 'string' },
      },
    });
    if (!['0', '1'].includes(values.approvals)) throw new UsageError(`--approvals is 0 or 1.\n${usage}`);
    return {
      dryRun: values['dry-run'],
      approvals: values.approvals === '0' ? (0 as const) : (1 as const),
      reviewers: toReviewers(values.reviewers),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`, {
      cause: error,
    });
  }
}

function toReviewers(text: string | undefined): string[] | undefined {
  const names = text?.split(/[\s,]+/u).flatMap((name) => name.replace(/^@/u, '') || []);
  const wrong = names?.find((name) => !/^[A-Za-z0-9-]+(?:\/[\w.-]+)?$/u.test(name));
  if (wrong !== undefined) throw new UsageError(`«${wrong}» is no login and no organisation/team.\n${usage}`);
  return names;
}

try {
  const options = readArguments();
  const github = openGitHub(process.env);
  const isComplete = await setUp(github, {
    ...options,
    print: (line) => {
      console.log(line);
    },
  });
  console.log('\nBy hand:');
  for (const line of toByHand(github.repository, 'https://github.com')) console.log(`- ${line}`);
  if (!isComplete) process.exitCode = 1;
} catch (error) {
  const isExpected = [UsageError, UnfitError, GitHubError].some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
