// Installs the dependencies when they are missing or older than package-lock.json, so that `npm start` and
// `npm test` alone work on a fresh clone. Plain JavaScript: it runs before anything is installed, on any Node ≥ 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const stamp = `${project}node_modules/.gaceta-installed`;
const digest = createHash('sha256')
  .update(readFileSync(`${project}package-lock.json`))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  console.error('Installing dependencies (npm ci)…');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`npm ci failed${error ? `: ${error.message}` : ''}. Check the network and run it again.`);
    process.exit(1);
  }
  writeFileSync(stamp, digest);
}
