import { setTimeout as wait } from 'node:timers/promises';
import { GitHubError } from '../client.ts';
import { openGitHub, UsageError } from '../environment.ts';
import { publishDue } from './publish-due.ts';

// `npm run publish-due`: publishes what is approved, ready and due in GITHUB_REPOSITORY, with GITHUB_TOKEN.
// Exit code 0: done; 1: GitHub refused a merge that the rules allow; 2: the command itself failed.

async function run(): Promise<void> {
  const outcomes = await publishDue(openGitHub(process.env), { now: new Date(), pause: () => wait(2000) });
  for (const { number, title, moment, state, reason } of outcomes) {
    const details = reason === undefined ? '' : `: ${reason}`;
    console.log(`#${String(number)} «${title}», planned for ${moment.toISOString()}: ${state}${details}`);
  }
  if (outcomes.length === 0) console.log('Nothing is planned.');
  if (outcomes.some(({ state }) => state === 'failed')) process.exitCode = 1;
}

try {
  await run();
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof GitHubError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 2;
}
