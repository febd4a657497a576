import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeRecords } from '../../src/record/make-records.ts';
import { toSamplePost } from './sample-posts.ts';

// `node tests/support/bench-record.ts [posts] [commits] [folder]`: what the public record adds to a build, with nothing kept
// and then with everything. Making the repository takes longer than that: in a folder that is named it stays for the next time.

const run = promisify(execFile);

/** Every third commit brings a post while there are more to come; the others change a sentence of one. */
async function writeHistory(repository: string, posts: number, commits: number): Promise<void> {
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', repository]);
  const child = spawn('git', ['-C', repository, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const toData = (text: string): string => `data ${String(Buffer.byteLength(text))}\n${text}\n`;
  const texts = new Map<string, string>();
  const paths: string[] = [];
  for (let index = 0; index < commits; index++) {
    let file = paths[(index * 7919) % Math.max(1, paths.length)] ?? '';
    if (index % 3 === 0 && paths.length < posts) {
      const post = toSamplePost(paths.length);
      file = post.path;
      paths.push(file);
      texts.set(file, post.content);
    } else {
      const text = texts.get(file) ?? '';
      texts.set(file, text.replace(/con los (?:\d+ )?montos/u, `con los ${String(index)} montos`));
    }
    const message = `Publicar\n\nEscrito-por: Ana Editora\nAprobado-por: Rosa Revisora\nMotivo: Cambio ${String(index)}.`;
    const commit = [
      `commit refs/heads/main\nmark :${String(index + 1)}`,
      `committer Rosa <rosa@users.noreply.localhost> ${String(1_577_890_800 + index * 7200)} -0600`,
      toData(message).trimEnd(),
      ...(index === 0 ? [] : [`from :${String(index)}`]),
      `M 100644 inline ${file}\n${toData(texts.get(file) ?? '')}\n`,
    ].join('\n');
    if (!child.stdin.write(commit)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await once(child, 'close');
}

const [posts = 10_000, commits = 30_000] = process.argv.slice(2, 4).map(Number);
const given = process.argv[4];
const folder = given ?? (await mkdtemp(path.join(tmpdir(), 'gaceta-bench-record-')));
const repository = path.join(folder, `${String(posts)}-${String(commits)}.git`);
const dir = path.join(folder, 'record');
if (!existsSync(repository)) await writeHistory(repository, posts, commits);
await rm(dir, { recursive: true, force: true });
for (const what of ['nothing kept', 'everything kept']) {
  const start = performance.now();
  const { records, made } = await makeRecords({
    repository,
    revision: 'refs/heads/main',
    dir,
    now: Date.now(),
  });
  const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(
    `${String(posts)} posts, ${String(commits)} commits, ${what}: ${took} (${String(made)} of ${String(records)} drawn)`,
  );
}
if (given === undefined) await rm(folder, { recursive: true, force: true });
