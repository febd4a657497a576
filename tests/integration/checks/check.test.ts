import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/checks/knowledge.ts';
import { toExitCode } from '../../../src/checks/report.ts';
import { toJson } from '../../../src/checks/reporters/json.ts';
import { check as checkContent, checkAndFix } from '../../../src/checks/run.ts';
import { projectDir, toStateDir } from '../../../src/server/environment.ts';
import { commitAll, createContentRepository, git, removeRepository } from '../../support/newsroom.ts';
import { takePhoto } from '../../support/photo.ts';
import { writeSamplePosts } from '../../support/sample-posts.ts';

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as `npm run check` does. */
const runCheck = (
  contentRepo: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Run> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/checks/cli.ts', ...args],
      {
        cwd: projectDir,
        env: { ...process.env, ...env, CONTENT_REPO: contentRepo },
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') throw error;
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      },
    );
  });

interface Result {
  readonly code: number;
  readonly entries: number;
  readonly reused: number;
  readonly totals: Record<string, number>;
  readonly fixed: readonly { file: string; repairs: number }[];
  readonly findings: readonly {
    rule: string;
    severity: string;
    file: string;
    line: number;
    message: string;
  }[];
}

/** The result of the command as its JSON says it, without a process of its own. */
async function check(contentRepo: string, ...args: string[]): Promise<Result> {
  const { values, positionals: paths } = parseArgs({
    args,
    allowPositionals: true,
    options: { fix: { type: 'boolean' }, base: { type: 'string' } },
  });
  const options = { dir: contentRepo, paths, base: values.base, cacheDir: toStateDir(contentRepo) };
  const report = await (values.fix === true ? checkAndFix(options) : checkContent(options));
  return { code: toExitCode(report), ...(JSON.parse(toJson(report)) as Omit<Result, 'code'>) };
}

const posts = 'src/content/posts';
const post = `${posts}/2026-05-12-como-citar-a-tus-fuentes.mdx`;
const other = `${posts}/2026-03-04-como-escribir-un-titular-que-se-entienda.mdx`;

let repo: string;

beforeAll(async () => {
  repo = await createContentRepository();
});

afterAll(() => removeRepository(repo));

const read = (file: string): Promise<string> => readFile(path.join(repo, file), 'utf8');
const write = (file: string, content: string | Buffer): Promise<void> =>
  writeFile(path.join(repo, file), content);

/** Changes a file of the repository for one test. */
async function withChange(
  file: string,
  change: (source: string) => string | Buffer,
  action: () => Promise<void>,
): Promise<void> {
  const source = await read(file);
  await write(file, change(source));
  try {
    await action();
  } finally {
    await write(file, source);
  }
}

/** The rules that find something in a file. */
const rulesOf = ({ findings }: Result, file: string): string[] =>
  findings.filter((finding) => finding.file === file).map(({ rule }) => rule);

describe('npm run check', () => {
  test('the sample content is clean, the second time out of the cache', async () => {
    const first = await runCheck(repo, ['--format', 'json']);
    const result = JSON.parse(first.stdout) as Result;
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(result).toMatchObject({ totals: { error: 0, warning: 0 }, fixed: [] });
    expect(result.entries).toBeGreaterThan(10);
    const again = await runCheck(repo, ['--format', 'json']);
    expect(JSON.parse(again.stdout)).toEqual({ ...result, reused: result.entries });
  });

  test('an error ends with 1, and only what changed is read again', async () => {
    const { entries } = await check(repo);
    await withChange(
      post,
      (source) => source.replace(/^imageAlt: .*\n/mu, ''),
      async () => {
        const result = await check(repo);
        expect(result).toMatchObject({ code: 1, entries, reused: entries - 1, totals: { error: 1 } });
        expect(rulesOf(result, post)).toEqual(['image-alt']);
        expect((await check(repo)).findings).toEqual(result.findings);
      },
    );
  });

  test('a warning ends with 0', async () => {
    const renamed = `${posts}/2026-05-12-Cómo-citar.mdx`;
    await rename(path.join(repo, post), path.join(repo, renamed));
    try {
      const result = await check(repo, posts);
      expect(rulesOf(result, renamed)).toEqual(['slug-name']);
      expect(result.code).toBe(0);
    } finally {
      await rename(path.join(repo, renamed), path.join(repo, post));
    }
  });

  test('an entry is checked again when an image that it shows changes', async () => {
    const image = 'src/assets/images/posts/citar-fuentes.jpg';
    expect(rulesOf(await check(repo), post)).toEqual([]);
    const before = await readFile(path.join(repo, image));
    await write(image, await takePhoto());
    try {
      expect(rulesOf(await check(repo), post)).toEqual(['image-position']);
      await rm(path.join(repo, image));
      expect(rulesOf(await check(repo), post)).toEqual(['image-missing']);
    } finally {
      await write(image, before);
    }
    expect(rulesOf(await check(repo), post)).toEqual([]);
  });

  test('an entry is checked again when a page that it links to goes', async () => {
    const target = '/articulos/2026-03-04-como-escribir-un-titular-que-se-entienda/';
    await withChange(
      post,
      (source) => `${source}\nHay más en [la guía de titulares](${target}).\n`,
      async () => {
        expect(rulesOf(await check(repo), post)).toEqual([]);
        await rename(path.join(repo, other), path.join(repo, 'otra.mdx'));
        const without = await check(repo);
        await rename(path.join(repo, 'otra.mdx'), path.join(repo, other));
        expect(rulesOf(without, post)).toHaveLength(1);
        expect(rulesOf(await check(repo), post)).toEqual([]);
      },
    );
  });

  test('findings stand on their lines, those of two entries, too', async () => {
    const title = /^title: .*$/mu.exec(await read(other))?.[0] ?? '';
    await withChange(
      post,
      (source) => source.replace(/^title: .*$/mu, title),
      async () => {
        const { findings } = await check(repo, post);
        expect(findings).toMatchObject([
          { rule: 'same-title', file: post, line: 2, message: expect.stringContaining(other) as string },
        ]);
      },
    );
  });

  test('paths are files or folders, and choose what is reported', async () => {
    expect(await check(repo, 'src/content/authors')).toMatchObject({ code: 0, entries: 2 });
    expect(await check(repo, post, `${other}`)).toMatchObject({ entries: 2 });
    expect(await check(repo, path.join(repo, post))).toMatchObject({ entries: 1 });
    await withChange(
      post,
      (source) => source.replace(/^imageAlt: .*\n/mu, ''),
      async () => {
        expect(await check(repo, other)).toMatchObject({ code: 0, findings: [] });
        expect(await check(repo, post)).toMatchObject({ code: 1 });
      },
    );
  });

  test('a file that is not UTF-8 is an error and is never written', async () => {
    await withChange(
      post,
      (source) => Buffer.from(source, 'latin1'),
      async () => {
        const bytes = await readFile(path.join(repo, post));
        const result = await check(repo, '--fix');
        expect(rulesOf(result, post)).toEqual(['file-encoding']);
        expect(result.fixed).toEqual([]);
        expect(await readFile(path.join(repo, post))).toEqual(bytes);
      },
    );
  });

  test('settings that are missing and files of no collection are reported', async () => {
    const settings = 'src/content/site.yml';
    await rename(path.join(repo, settings), path.join(repo, `${posts}/nota.md`));
    try {
      const { code, findings } = await check(repo);
      expect(code).toBe(1);
      expect(findings).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ rule: 'stray-file', file: `${posts}/nota.md` }),
          expect.objectContaining({ rule: 'settings-missing', file: settings }),
        ]) as object,
      );
    } finally {
      await rename(path.join(repo, `${posts}/nota.md`), path.join(repo, settings));
    }
  });
});

describe('formats', () => {
  const broken = (source: string): string => source.replace(/^imageAlt: .*\n/mu, '');

  test('pretty is plain where no terminal is', async () => {
    await withChange(post, broken, async () => {
      const { code, stdout } = await runCheck(repo);
      expect(code).toBe(1);
      expect(stdout).toContain(`${post}\n`);
      expect(stdout).toContain('error La imagen de portada no tiene texto alternativo. image-alt');
      expect(stdout).toContain('→ Describe en «Texto alternativo» lo que se ve.');
      expect(stdout).toMatch(/1 error en 1 archivo; \d+ archivos revisados\.\n$/u);
      expect(stdout).not.toContain('\u001B');
    });
  });

  test('github and sarif name the file', async () => {
    await withChange(post, broken, async () => {
      const github = await runCheck(repo, ['--format=github']);
      expect(github.stdout).toMatch(
        new RegExp(`^::error file=${post},line=1,col=1,title=image-alt::La imagen`, 'u'),
      );
      const sarif = await runCheck(repo, ['--format=sarif']);
      expect(JSON.parse(sarif.stdout)).toMatchObject({
        version: '2.1.0',
        runs: [{ results: [{ ruleId: 'image-alt', level: 'error' }] }],
      });
      expect([github.code, sarif.code]).toEqual([1, 1]);
    });
  });
});

describe('--fix', () => {
  test('repairs what is certain, keeps the mode, reports what remains, and is done after once', async () => {
    await withChange(
      post,
      (source) =>
        `${source.replace(/^imageAlt: .*\n/mu, '')}\n<!--StartFragment-->\n`.replaceAll('<!--', '\\<!--'),
      async () => {
        await chmod(path.join(repo, post), 0o640);
        const first = await check(repo, '--fix');
        expect(first.code).toBe(1);
        expect(first.fixed.map(({ file }) => file)).toEqual([post]);
        expect(rulesOf(first, post)).toEqual(['image-alt']);
        expect(await read(post)).not.toContain('StartFragment');
        expect((await stat(path.join(repo, post))).mode & 0o777).toBe(0o640);
        const again = await read(post);
        expect(await check(repo, '--fix')).toMatchObject({ fixed: [], code: 1 });
        expect(await read(post)).toBe(again);
        await chmod(path.join(repo, post), 0o644);
      },
    );
  });

  test.each<[what: string, change: (source: string) => string]>([
    ['CRLF', (source) => source.replaceAll('\n', '\r\n')],
    ['a byte order mark', (source) => `\uFEFF${source}`],
    ['decomposed letters', (source) => source.normalize('NFD')],
    ['a last line without an end', (source) => source.trimEnd()],
  ])('takes %s away', async (_, change) => {
    const source = await read(post);
    await withChange(post, change, async () => {
      const result = await check(repo, '--fix');
      expect(result).toMatchObject({ code: 0, fixed: [{ file: post, repairs: 0 }] });
      expect(await read(post)).toBe(source);
    });
  });

  test('does not reformat a file in which there is nothing to repair', async () => {
    await withChange(
      post,
      (source) => source.replace(/^title: (.*)$/mu, "title:   '$1'  # de la redacción"),
      async () => {
        const source = await read(post);
        expect(await check(repo, '--fix')).toMatchObject({ code: 0, fixed: [] });
        expect(await read(post)).toBe(source);
      },
    );
  });

  test('leaves what it was not asked for', async () => {
    await withChange(
      post,
      (source) => source.replaceAll('\n', '\r\n'),
      async () => {
        expect(await check(repo, '--fix', other)).toMatchObject({ fixed: [] });
        expect(await read(post)).toContain('\r\n');
      },
    );
  });
});

describe('--base', () => {
  test('reports only what changed since the branch parted, committed or not', async () => {
    await git(repo, 'checkout', '--quiet', '-b', 'draft');
    const [first, second] = [await read(post), await read(other)];
    try {
      expect(await check(repo, '--base', 'main')).toMatchObject({ code: 0, entries: 0, findings: [] });
      await write(post, first.replace(/^imageAlt: .*\n/mu, ''));
      await commitAll(repo, 'No alternative text');
      expect(await check(repo, '--base', 'main')).toMatchObject({ code: 1, entries: 1 });
      await write(other, second.replace(/^imageAlt: .*\n/mu, ''));
      expect(await check(repo, '--base', 'main')).toMatchObject({
        code: 1,
        entries: 2,
        totals: { error: 2 },
      });
      expect(await check(repo, '--base', 'HEAD', other)).toMatchObject({ code: 1, entries: 1 });
      expect(await check(repo, '--base', 'HEAD', post)).toMatchObject({ code: 0, entries: 0 });
      // What main did meanwhile is not what this branch changed.
      await write(other, second);
      await git(repo, 'checkout', '--quiet', 'main');
      await write(other, second.replace(/^imageAlt: .*\n/mu, ''));
      await commitAll(repo, 'Elsewhere');
      await git(repo, 'checkout', '--quiet', 'draft');
      expect(await check(repo, '--base', 'main')).toMatchObject({ entries: 1 });
      // A checkout in CI has no branch of its own.
      await git(repo, 'checkout', '--quiet', '--detach');
      const main = await git(repo, 'rev-parse', 'main');
      await git(repo, 'branch', '--quiet', '-m', 'main', 'trunk');
      expect(await check(repo, '--base', main)).toMatchObject({ entries: 1 });
      await git(repo, 'branch', '--quiet', '-m', 'trunk', 'main');
    } finally {
      await git(repo, 'checkout', '--quiet', '--force', 'main');
      await write(other, second);
      await write(post, first);
      await commitAll(repo, 'As before');
    }
  });

  test('finds what a changed entry has in common with one that did not change', async () => {
    const copy = `${posts}/2026-11-04-copia.mdx`;
    await write(copy, await read(post));
    try {
      const result = await check(repo, '--base', 'main');
      expect(result.entries).toBe(1);
      expect(rulesOf(result, copy)).toEqual(expect.arrayContaining(['same-title', 'same-text']));
      expect(new Set(result.findings.map(({ file }) => file))).toEqual(new Set([copy]));
    } finally {
      await rm(path.join(repo, copy));
    }
  });
});

describe('calls that are wrong', () => {
  test.each<[what: string, args: string[], says: string]>([
    [
      'a path that is not there',
      ['src/content/posts/nada.mdx'],
      'There is no content at src/content/posts/nada.mdx',
    ],
    ['a path outside', ['..'], 'There is no content at ..'],
    ['a format that is not there', ['--format', 'xml'], 'There is no format xml'],
    ['an option that is not there', ['--fast'], 'Usage: npm run check'],
    ['a revision that is not there', ['--base', 'nada'], 'There is no commit nada'],
  ])('%s', async (_, args, says) => {
    const { code, stdout, stderr } = await runCheck(repo, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('a repository that is not there', async () => {
    const { code, stderr } = await runCheck(path.join(repo, 'nada'));
    expect(code).toBe(2);
    expect(stderr).toContain('CONTENT_REPO');
  });

  test('a folder without content', async () => {
    await mkdir(path.join(repo, 'vacia'), { recursive: true });
    const { code, stderr } = await runCheck(path.join(repo, 'vacia'));
    await rm(path.join(repo, 'vacia'), { recursive: true });
    expect(code).toBe(2);
    expect(stderr).toContain('has no folder src/content');
  });
});

test('of a bare repository the branch main is checked, and never written', async () => {
  const bare = `${repo}-bare.git`;
  await git(repo, 'clone', '--quiet', '--bare', repo, bare);
  try {
    expect(await check(bare)).toMatchObject({ code: 0, totals: { error: 0 } });
    expect(await check(bare, '--base', 'main')).toMatchObject({ code: 0, entries: 0 });
    const { code, stderr } = await runCheck(bare, ['--fix']);
    expect(code).toBe(2);
    expect(stderr).toContain('bare repository');
  } finally {
    await removeRepository(bare);
  }
});

test.each([
  ['a line each', 'tags:\n  - Participación ciudadana\n  - "agua: y saneamiento"'],
  ['at the margin', 'tags:\n- Participación ciudadana\n- agua y saneamiento'],
  ['in one line', 'tags: [Participación ciudadana, "agua, y saneamiento"]'],
])('pages of topics are there where a post has the tag (%s)', async (_, tags) => {
  await withChange(
    post,
    (source) => source.replace(/^tags:\n(?: {2}- .*\n)+/mu, `${tags}\n`),
    async () => {
      const { hasPage } = await loadKnowledge(repo);
      const paths = [
        '/temas/participacion-ciudadana/',
        '/temas/agua-y-saneamiento/',
        '/temas/revision/',
        '/temas/nadie/',
        '/temas/',
        '/archivo/2026/05/',
        '/buscar/?q=agua',
        '/correcciones/rss.xml',
        '/autores/',
      ];
      expect(paths.filter((address) => !hasPage(address.replace(/\?.*/u, '')))).toEqual(['/temas/nadie/']);
    },
  );
});

test('many entries are checked on all processors with the same result', async () => {
  const many = await createContentRepository((dir) => writeSamplePosts(dir, 300));
  try {
    const all = await check(many);
    expect(all.entries).toBeGreaterThan(300);
    const one = all.findings.at(0)?.file ?? '';
    expect((await check(many, one)).findings).toEqual(all.findings.filter(({ file }) => file === one));
    expect(await check(many)).toEqual({ ...all, reused: all.entries });
  } finally {
    await removeRepository(many);
  }
});
