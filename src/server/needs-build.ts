import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { GitError, openRepository } from '../git/index.ts';
import { projectDir } from './environment.ts';
import { readPublished, toReason } from './published-site.ts';

// `npm run needs-build`: is the published static site behind main of CONTENT_REPO, or a post due? Says why, and tells a
// workflow (`needed=true` or `needed=false`, GITHUB_OUTPUT). Exit code 0 either way; 2 when it cannot tell.

const settingsFile = 'src/content/site.yml';

/** The newest commit of main, and the address of the site by the settings there. */
async function readMain(dir: string): Promise<{ main: string; url: string }> {
  const repository = await openRepository(dir);
  try {
    const main = (await repository.resolve('refs/heads/main')) ?? '';
    const sha = (await repository.resolve(`${main}:${settingsFile}`)) ?? '';
    const settings: unknown = parse((await repository.readBlob(sha)).toString('utf8'));
    return { main, url: z.object({ url: z.url() }).parse(settings).url };
  } finally {
    await repository.close();
  }
}

async function run(): Promise<void> {
  const { main, url } = await readMain(path.resolve(process.env['CONTENT_REPO'] ?? projectDir));
  const reason = toReason(await readPublished(url), main, new Date());
  console.log(reason === undefined ? `${url} is up to date.` : `${url} needs a build: ${reason}.`);
  const output = process.env['GITHUB_OUTPUT'];
  if (output !== undefined) await appendFile(output, `needed=${String(reason !== undefined)}\n`);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof GitError ? error.message : error);
  process.exitCode = 2;
}
