import { parseArgs } from 'node:util';
import { UsageError } from '../checks/usage-error.ts';

export const usage =
  'Usage: npm run review -- --base REF --head REF [--format html|markdown|json] [--screenshots] [--output FILE] [--post N]';

const formats = ['html', 'markdown', 'json'] as const;
type Format = (typeof formats)[number];

export interface ReviewArguments {
  readonly base: string;
  readonly head: string;
  readonly format: Format;
  readonly screenshots: boolean;
  /** Undefined: the report is printed. */
  readonly output: string | undefined;
  /** The pull request that is told. */
  readonly post: number | undefined;
  readonly help: boolean;
}

/**
 * @param env of a workflow: `--post ref` is the pull request that GITHUB_REF names
 * @throws UsageError
 */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ReviewArguments {
  const { help, base, head, format, screenshots, output, post } = parse(args);
  if (help) {
    return { base: '', head: '', format: 'markdown', screenshots, output, post: undefined, help };
  }
  if (base === undefined || head === undefined) throw new UsageError('--base and --head are needed.');
  const known = formats.find((name) => name === format);
  if (known === undefined) throw new UsageError(`There is no format ${format}.`);
  if (screenshots && known === 'json') throw new UsageError('JSON holds no screenshots.');
  if (screenshots && known === 'markdown' && output === undefined) {
    throw new UsageError('Screenshots of Markdown are written beside it: --output is needed.');
  }
  const number = post === undefined ? undefined : toNumber(post, env['GITHUB_REF']);
  return { base, head, format: known, screenshots, output, post: number, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        base: { type: 'string' },
        head: { type: 'string' },
        format: { type: 'string', default: 'markdown' },
        screenshots: { type: 'boolean', default: false },
        output: { type: 'string' },
        post: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function toNumber(post: string, ref = ''): number {
  const number = post === 'ref' ? /^refs\/pull\/(\d+)\/merge$/u.exec(ref)?.[1] : /^#?(\d+)$/u.exec(post)?.[1];
  if (number === undefined) {
    throw new UsageError(
      post === 'ref'
        ? `GITHUB_REF is «${ref}», which names no pull request.`
        : `--post is «${post}», which is no number of a pull request.`,
    );
  }
  return Number(number);
}
