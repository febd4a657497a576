import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectDir } from '../../src/server/environment.ts';
import { commitAll, createContentRepository, git, removeRepository } from './newsroom.ts';
import { toSamplePost, writeSamplePosts } from './sample-posts.ts';

const run = promisify(execFile);

/** Posts of the repository. */
const posts = 2500;

/** `npm run review` from the start of its process to its end, on a repository of 2,500 posts. */
export async function benchReview(print: (what: string, value: string) => void): Promise<void> {
  const dir = await createContentRepository((to) => writeSamplePosts(to, posts));
  for (const [branch, count] of [
    ['tipico', 1],
    ['grande', 200],
  ] as const) {
    await git(dir, 'switch', '--quiet', '--create', branch, 'main');
    await editPosts(dir, count);
    await commitAll(dir, branch);
    for (const cache of ['first', 'again']) {
      const { seconds, megabytes } = await measure(dir, branch);
      print(
        `npm run review, ${String(count)} of ${String(posts)} posts, ${cache}`,
        `${seconds} s, ${megabytes} MB`,
      );
    }
  }
  await removeRepository(dir);
}

/** A new title, a reworded sentence, a paragraph that moved and a link, in each. */
async function editPosts(dir: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const file = path.join(dir, toSamplePost(index * 7).path);
    const [head = '', ...blocks] = (await readFile(file, 'utf8')).split('\n\n');
    const [first = '', ...others] = blocks;
    const edited = [
      ...others,
      first.replace('en un solo lugar', 'en una sola página'),
      'Más [detalles](https://example.org/d).',
    ];
    await writeFile(file, `${head.replace('Nota número', 'La nota')}\n\n${edited.join('\n\n').trim()}\n`);
  }
}

/** Wall clock, and the most memory that the process held, as Linux counts it. */
async function measure(dir: string, branch: string): Promise<{ seconds: string; megabytes: string }> {
  const start = performance.now();
  const report = 'process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}`));';
  const { stderr } = await run(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(report)}`,
      'src/changes/cli.ts',
      ...['--base', 'main', '--head', branch, '--format', 'markdown'],
    ],
    { cwd: projectDir, env: { ...process.env, CONTENT_REPO: dir }, maxBuffer: 64 * 1024 * 1024 },
  );
  const peak = Number(/peak (\d+)/u.exec(stderr)?.[1]) / 1024;
  return { seconds: ((performance.now() - start) / 1000).toFixed(1), megabytes: peak.toFixed(0) };
}
