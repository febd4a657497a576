import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { budgets } from './budgets.ts';
import { isMet } from './outcome.ts';
import { toJson, toTable } from './report.ts';
import { audit, checkNames } from './run.ts';
import { UsageError } from '../checks/usage-error.ts';

// `npm run audit -- [--site folder] [--only check,…] [--url path] [--runs N] [--json file]` of the built site in
// dist/. Exit code 0: every bar is met; 1: one is missed; 2: the command itself failed or was called wrongly.

const usage = `Usage: npm run audit -- [--site folder] [--only check,…] [--url path] [--runs N] [--json file]
Checks: ${checkNames.join(', ')}`;

function readArguments() {
  try {
    return parseArgs({
      options: {
        site: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
        only: { type: 'string' },
        url: { type: 'string' },
        runs: { type: 'string', default: String(budgets.lighthouse.runs) },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** @throws UsageError for a check that there is not */
function toChecks(only: string | undefined): string[] {
  const names = only?.split(',') ?? [...checkNames];
  const unknown = names.find((name) => !checkNames.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no check ${unknown}.`);
  return names;
}

function toRuns(text: string): number {
  const runs = Number(text);
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError(`--runs takes a number from 1, not ${text}.`);
  return runs;
}

async function run(): Promise<void> {
  const { site, only, url, runs, json, help } = readArguments();
  if (help) {
    console.log(usage);
    return;
  }
  const outcomes = await audit({
    dir: path.resolve(site),
    checks: toChecks(only),
    url,
    runs: toRuns(runs),
    onProgress: (message) => {
      process.stderr.write(`${message}\n`);
    },
  });
  if (json !== undefined) await writeFile(json, toJson(outcomes));
  process.stdout.write(toTable(outcomes));
  process.exitCode = outcomes.every(isMet) ? 0 : 1;
}

// `npm run audit | head` closes the pipe before everything is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await run();
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\n${usage}` : error);
  process.exitCode = 2;
}
