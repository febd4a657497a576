import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectDir } from '../../../src/server/environment.ts';
import type { TemporaryRepository } from '../../support/repository.ts';
import { createChange, toPath, toPost } from './newsroom.ts';

let git: TemporaryRepository;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gaceta-review-'));
  git = await createChange({ [toPath('uno')]: toPost() });
  await git.commit('Edit', {
    [toPath('uno')]: toPost({
      title: 'El presupuesto, cada semana',
      body: 'La municipalidad publica el presupuesto cada semana.\n\nLas actas salen los viernes.',
    }),
  });
});

afterAll(async () => {
  await git.remove();
  await rm(folder, { recursive: true, force: true });
});

function review(...options: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(
    process.execPath,
    ['src/changes/cli.ts', '--base', 'main', '--head', 'cambio', ...options],
    { cwd: projectDir, env: { ...process.env, CONTENT_REPO: git.path }, encoding: 'utf8' },
  );
}

test('prints Markdown for a comment, or JSON for programs', () => {
  const { status, stdout } = review();
  expect(status).toBe(0);
  expect(stdout).toMatch(/^<!-- gaceta:revision -->\n/u);
  expect(stdout).toContain('cada <del>mes</del><ins>semana</ins>');
  const json: unknown = JSON.parse(review('--format', 'json').stdout);
  expect(json).toMatchObject({ version: 1, entries: [{ kind: 'changed' }], media: [], others: [] });
});

test('what it does not understand ends it with 2 and its usage', () => {
  const { status, stderr, stdout } = review('--head', 'nada');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^There is no commit nada .*\nUsage: npm run review/u);
});

test(
  'HTML holds pictures of the page before and after; Markdown has them beside it',
  { timeout: 180_000 },
  async () => {
    const html = path.join(folder, 'html/cambios.html');
    expect(review('--format', 'html', '--screenshots', '--output', html)).toMatchObject({
      status: 0,
      stdout: '',
    });
    const text = await readFile(html, 'utf8');
    const pictures = [...text.matchAll(/src="data:image\/webp;base64,(?<data>[^"]+)"/gu)].map(({ groups }) =>
      Buffer.from(groups?.['data'] ?? '', 'base64'),
    );
    const widths = await Promise.all(
      pictures.map(async (picture) => (await sharp(picture).metadata()).width),
    );
    expect(widths).toEqual([375, 375, 1280, 1280]);
    expect(text.replaceAll(/data:image\/webp;base64,[^"]+/gu, '')).not.toMatch(/<script|src="(?!")[^"]/u);
    const [before, after] = await Promise.all(pictures.slice(0, 2).map(countGreen));
    expect(before).toBe(0);
    expect(after).toBeGreaterThan(1000);

    const markdown = path.join(folder, 'md/cambios.md');
    expect(review('--screenshots', '--output', markdown)).toMatchObject({ status: 0 });
    const linked = [...(await readFile(markdown, 'utf8')).matchAll(/\]\((?<file>[^)]+\.webp)\)/gu)];
    expect(linked.map(({ groups }) => groups?.['file']).sort()).toEqual(
      (await readdir(path.dirname(markdown))).filter((name) => name !== 'cambios.md').sort(),
    );
    expect(linked).toHaveLength(4);
  },
);

/** Pixels in about the colour that outlines what is new. */
async function countGreen(picture: Buffer): Promise<number> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (green - red > 60 && green - blue > 40) count++;
  }
  return count;
}
