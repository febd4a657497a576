import { parseArgs } from 'node:util';
import { findContent, toCacheDir } from './repository.ts';
import { toGitHub } from './reporters/github.ts';
import { toJson } from './reporters/json.ts';
import { toPretty } from './reporters/pretty.ts';
import { toSarif } from './reporters/sarif.ts';
import { type Report, toExitCode } from './report.ts';
import { check, checkAndFix } from './run.ts';
import { UsageError } from './usage-error.ts';

// `npm run check -- [paths] [--fix] [--format pretty|json|github|sarif] [--base REF]` of the content in
// CONTENT_REPO (default: this project). Exit code 0: no errors; 1: findings of severity error; 2: the command
// itself failed or was called wrongly.

const usage = 'Usage: npm run check -- [paths] [--fix] [--format pretty|json|github|sarif] [--base REF]';

const reporters: Readonly<Record<string, (report: Report) => string>> = {
  pretty: (report) => toPretty(report, { colors: process.stdout.hasColors?.() === true }),
  json: toJson,
  github: toGitHub,
  sarif: toSarif,
};

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        fix: { type: 'boolean', default: false },
        format: { type: 'string', default: 'pretty' },
        base: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function run(): Promise<void> {
  const { values, positionals: paths } = readArguments();
  if (values.help) {
    console.log(usage);
    return;
  }
  const report = Object.hasOwn(reporters, values.format) ? reporters[values.format] : undefined;
  if (report === undefined) throw new UsageError(`There is no format ${values.format}.`);
  const dir = findContent();
  const options = { dir, paths, base: values.base, cacheDir: toCacheDir(dir) };
  const result = await (values.fix ? checkAndFix(options) : check(options));
  process.stdout.write(report(result));
  process.exitCode = toExitCode(result);
}

// `npm run check | head` closes the pipe before everything is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await run();
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\n${usage}` : error);
  process.exitCode = 2;
}
