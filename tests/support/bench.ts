import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { projectDir } from '../../src/server/environment.ts';
import { chromiumArguments, findChromium } from '../../src/audit/chromium.ts';
import { benchImages } from './bench-images.ts';
import { benchPreview } from './bench-preview.ts';
import { benchReview } from './bench-review.ts';
import { benchSearch } from './bench-search.ts';
import { type GitHubClient, mergePull, saveDraft, signIn } from './github.ts';
import {
  createContentRepository,
  removeRepository,
  type RunningNewsroom,
  startNewsroom,
} from './newsroom.ts';
import { toSamplePost, writeSamplePosts } from './sample-posts.ts';

// `npm run bench`: prints what the project promises to be fast at. Every time is wall clock, in milliseconds,
// measured from outside against a newsroom that runs as `npm start` runs it. `npm run bench -- 1000`: one size of
// site only. `npm run bench -- images [folder]`: what encoder settings cost and give on the images of a folder.
// `npm run bench -- search`: what a search sends as the site grows. `npm run bench -- review`: what a report takes. `npm run bench -- preview`: how soon an editor sees
// what was typed.

const compress = promisify(brotliCompress);
const run = promisify(execFile);

const print = (what: string, value: string): void => {
  console.log(`${what.padEnd(58)} ${value}`);
};

const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

async function time<T>(action: () => Promise<T>): Promise<{ result: T; took: number }> {
  const start = performance.now();
  const result = await action();
  return { result, took: performance.now() - start };
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

async function benchStart(): Promise<void> {
  await rm(path.join(projectDir, '.gaceta/admin'), { recursive: true, force: true });
  const contentRepo = await createContentRepository();
  const cold = await time(() => startNewsroom(contentRepo));
  print('npm start, nothing built (dependencies installed)', ms(cold.took));
  await cold.result.stop({ remove: false });
  const warm = await time(() => startNewsroom(contentRepo));
  print('npm start again', ms(warm.took));
  await benchLogin(warm.result);
  await benchPublish(warm.result, 12);
  await warm.result.stop();
}

async function benchLogin({ origin }: RunningNewsroom): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const page = await browser.newPage();
    const { took } = await time(async () => {
      await page.goto(`${origin}/admin/`);
      await page.getByRole('button', { name: /Iniciar sesión|Entrar|GitHub/u }).waitFor();
    });
    times.push(took);
    await page.close();
  }
  await browser.close();
  print('admin: address to login screen, empty cache, median of 5', ms(percentile(times, 0.5)));
}

async function benchAdminSize(): Promise<void> {
  const dir = path.join(projectDir, '.gaceta/admin');
  let raw = 0;
  let small = 0;
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|css|html)$/u.test(entry.name)) continue;
    const content = await readFile(path.join(entry.parentPath, entry.name));
    raw += content.length;
    small += (await compress(content)).length;
  }
  print('admin: HTML, CSS and JavaScript, raw', `${(raw / 1e6).toFixed(2)} MB`);
  print('admin: the same, brotli 11', `${(small / 1e6).toFixed(2)} MB`);
}

/** Merge a new post, then ask for its page until it is there. Median of three. */
async function benchPublish({ origin }: RunningNewsroom, count: number): Promise<void> {
  const client = await signIn(origin, 'rosa');
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const post = toSamplePost(6000 + run);
    const pull = await saveDraft(client, `cms/posts/bench-${String(count)}-${String(run)}`, [post]);
    const slug = path.basename(post.path, '.mdx');
    const { took } = await time(async () => {
      await mergePull(client, pull.number, pull.head.sha);
      await waitForPage(`${origin}/articulos/${slug}/`);
    });
    times.push(took);
  }
  print(`publish → live, ${String(count)} posts, median of 3`, ms(percentile(times, 0.5)));
}

async function waitForPage(url: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if ((await fetch(url)).ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${url} did not appear.`);
}

async function benchForge(newsroom: RunningNewsroom, count: number): Promise<void> {
  const client = await signIn(newsroom.origin, 'rosa');
  const { tree } = await client.request('GET', '/git/trees/main:src%2Fcontent%2Fposts', treeSchema);
  const measure = async (
    what: string,
    runs: number,
    action: (run: number) => Promise<unknown>,
  ): Promise<void> => {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push((await time(() => action(run))).took);
    print(
      `forge, ${String(count)} posts: ${what}`,
      `p50 ${ms(percentile(times, 0.5))}  p95 ${ms(percentile(times, 0.95))}  first ${ms(times[0] ?? Number.NaN)}`,
    );
  };
  const pick = (run: number): TreeItem => tree[(run * 37) % tree.length] ?? { path: '', sha: '' };
  await measure('tree of all posts', 100, () =>
    client.request('GET', '/git/trees/main:src%2Fcontent%2Fposts', z.unknown()),
  );
  await measure('blob', 200, (run) => client.request('GET', `/git/blobs/${pick(run).sha}`, z.unknown()));
  await measure('last commit of a file', 200, (run) =>
    client.request(
      'GET',
      `/commits?path=${encodeURIComponent(`src/content/posts/${pick(run).path}`)}&sha=main&per_page=1`,
      z.unknown(),
    ),
  );
  await measure('list of pull requests', 100, () => client.request('GET', '/pulls?state=all', z.unknown()));
  await measure('save of a new draft (9 requests)', 20, (run) =>
    save(client, `cms/posts/save-${String(count)}-${String(run)}`, 20_000 + run),
  );
}

/** `npm run check` from the start of its process to its end: nothing known, then everything. */
async function benchCheck(count: number): Promise<void> {
  const contentRepo = await createContentRepository((dir) => writeSamplePosts(dir, count));
  const check = (): Promise<unknown> =>
    run(process.execPath, ['src/checks/cli.ts', '--format', 'json'], {
      cwd: projectDir,
      env: { ...process.env, CONTENT_REPO: contentRepo },
      maxBuffer: 256 * 1024 * 1024,
    });
  print(`npm run check, ${String(count)} posts, nothing cached`, ms((await time(check)).took));
  print('npm run check again', ms((await time(check)).took));
  await removeRepository(contentRepo);
}

type TreeItem = z.output<typeof treeSchema>['tree'][number];
const treeSchema = z.object({ tree: z.array(z.object({ path: z.string(), sha: z.string() })) });

const save = (client: GitHubClient, branch: string, index: number): Promise<unknown> =>
  saveDraft(client, branch, [toSamplePost(index)]);

if (process.argv[2] === 'images') {
  await benchImages(process.argv[3] ?? path.join(projectDir, 'src/assets/images/posts'));
  process.exit();
}

if (process.argv[2] === 'search') {
  await benchSearch();
  process.exit(0);
}

if (process.argv[2] === 'preview') {
  await benchPreview();
  process.exit(0);
}
if (process.argv[2] === 'review') {
  await benchReview(print);
  process.exit(0);
}

const counts = process.argv.slice(2).map(Number);
if (counts.length === 0) await benchStart();
if (counts.length === 0) await benchAdminSize();
if (counts.length === 0) await benchCheck(10_000);
for (const count of counts.length === 0 ? [100, 1000, 5000] : counts) {
  const contentRepo = await createContentRepository((dir) => writeSamplePosts(dir, count));
  const started = await time(() => startNewsroom(contentRepo));
  print(`npm start, ${String(count)} posts, site not built`, ms(started.took));
  if (count !== 5000) await benchPublish(started.result, count);
  if (count !== 1000) await benchForge(started.result, count);
  await started.result.stop();
}
