import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findContent, toCacheDir } from '../checks/repository.ts';
import { UsageError } from '../checks/usage-error.ts';
import { GitHubError } from '../github/client.ts';
import { openGitHub, UsageError as EnvironmentProblem } from '../github/environment.ts';
import { readArguments, type ReviewArguments, usage } from './arguments.ts';
import { type Changes, collectChanges } from './collect-changes.ts';
import { postReport } from './post-report.ts';
import { readOrigin } from './statuses.ts';
import { type Pictures, toDocument } from './to-document.ts';

// `npm run review -- --base REF --head REF …` of the content in CONTENT_REPO (default: this project): what a change
// does to what readers see. With --post, the pull request on GitHub is told instead, by GITHUB_TOKEN and
// GITHUB_REPOSITORY; GACETA_URL is where the newsroom's server is. Exit code 0: done; 2: the command itself failed.

async function run(given: ReviewArguments): Promise<void> {
  if (given.help) {
    console.log(usage);
    return;
  }
  const repository = findContent();
  const { base, head, post } = given;
  const changes = await collectChanges({ repository, base, head, cacheDir: toCacheDir(repository) });
  if (post !== undefined) {
    await postReport(openGitHub(process.env), changes, { number: post, origin: readOrigin(process.env) });
  }
  if (post !== undefined && given.output === undefined) return;
  const pictures = given.screenshots ? await takePictures(changes, repository) : new Map();
  const { text, files } = toDocument(changes, given, pictures);
  if (given.output === undefined) {
    process.stdout.write(text);
    return;
  }
  await mkdir(path.dirname(given.output), { recursive: true });
  for (const { name, content } of [{ name: path.basename(given.output), content: text }, ...files]) {
    await writeFile(path.join(path.dirname(given.output), name), content);
  }
}

/** What takes pictures is loaded only where some are wanted: a workflow that posts has no need of a browser. */
async function takePictures(changes: Changes, repository: string): Promise<Pictures> {
  const { takeScreenshots } = await import('./screenshots/take-screenshots.ts');
  return takeScreenshots(changes, repository, (line) => {
    console.error(line);
  });
}

// `npm run review | head` closes the pipe before everything is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await run(readArguments(process.argv.slice(2), process.env));
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n${usage}`);
  else
    console.error(
      error instanceof EnvironmentProblem || error instanceof GitHubError ? error.message : error,
    );
  process.exitCode = 2;
}
