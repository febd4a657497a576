import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collections, loadEntry } from '../../../content-schema/index.ts';
import { importDocuments, type ImportOptions } from '../../../src/import/import-documents.ts';
import { parseMappings } from '../../../src/import/mappings.ts';
import type { EntryReport } from '../../../src/import/report/report.ts';
import { manifestFile } from '../../../src/import/manifest.ts';
import { projectDir } from '../../../src/server/environment.ts';
import { createContentRepository, git, removeRepository } from '../../support/newsroom.ts';
import { createOldSite, type OldSite, paint, toOldPost } from './old-site.ts';

let site: OldSite;
let into: string;

beforeEach(async () => {
  [site, into] = await Promise.all([createOldSite(), createContentRepository()]);
});
afterEach(() => Promise.all([site.remove(), removeRepository(into)]));

interface Result {
  readonly code: number | null;
  readonly output: string;
}

function start(args: readonly string[]): { child: ChildProcess; ended: Promise<Result> } {
  const child = spawn(process.execPath, ['src/import/cli.ts', ...args], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  const ended = new Promise<Result>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
  return { child, ended };
}

/** What the command would be told. */
const toArgs = (...more: string[]): string[] => [
  site.posts,
  '--into',
  into,
  '--images',
  site.images,
  '--report',
  path.join(site.root, 'informe.html'),
  ...more,
];

const options = (): ImportOptions => ({
  source: site.posts,
  into,
  images: [site.images],
  mappings: parseMappings([]),
  dryRun: false,
});

/** Imports in this process: documents by their path in the source. */
async function run(change: Partial<ImportOptions> = {}): Promise<Record<string, EntryReport>> {
  const report = await importDocuments({ ...options(), ...change }, () => undefined);
  return Object.fromEntries(report.entries.map((entry) => [entry.source.replace(/^cms\//u, ''), entry]));
}

/** Digest and time of writing of every file in the repository's folders of content. */
async function snapshot(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const folder of ['src/content', 'src/assets']) {
    const files = await readdir(path.join(into, folder), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const name = path.join(file.parentPath, file.name);
      const digest = createHash('sha256')
        .update(await readFile(name))
        .digest('hex');
      found[path.relative(into, name)] = `${digest} ${String((await stat(name)).mtimeMs)}`;
    }
  }
  return found;
}

const toDigests = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, mark]) => [name, mark.split(' ')[0] ?? '']));

const question = 'src/content/posts/2024-09-17-que-paso-en-la-sesion.mdx';
const first = 'src/content/posts/2023-02-07-primera-nota.mdx';
const read = (file: string): Promise<string> => readFile(path.join(into, file), 'utf8');
const image = (name: string): string => path.join(into, 'src/assets/images/posts', name);

describe('an import', () => {
  test('writes repaired entries, with the day and the moment of the site and the old address', async () => {
    await run();
    const post = loadEntry(collections.posts, await read(question), question);
    expect(post).toMatchObject({
      title: '¿Qué pasó en la sesión?',
      image: '/assets/images/posts/foto-unica.jpg',
      date: '2024-09-17T20:45:07.086-06:00',
      aliases: ['/blogs/¿qué-pasó-en-la-sesión'],
    });
    expect(post.body.split('\n\n')).toEqual([
      'La ciudadanía leyó el informe completo. Mira la [nota anterior](/articulos/2023-02-07-primera-nota/#datos).',
      '![Una plaza con gente](/assets/images/posts/plaza.png "La plaza")',
      expect.stringMatching(/^!\[Otra plaza\]\(\/assets\/images\/posts\/plaza-[0-9a-f]{8}\.png\)$/u),
      '![Un mapa](/assets/images/posts/mapa-perdido.png)',
      'Baja el [informe](/assets/images/posts/informe-final.pdf) o visita [otro sitio](https://example.org/a.png).',
    ]);
  });

  test('takes images upright, without EXIF, once each', async () => {
    await run();
    const { width, height, exif, orientation } = await sharp(image('foto-unica.jpg')).metadata();
    expect({ width, height, exif, orientation }).toEqual({
      width: 800,
      height: 1200,
      exif: undefined,
      orientation: undefined,
    });
    expect((await readFile(image('plaza.png'))).equals(await paint(10))).toBe(true);
    expect(await readFile(image('informe-final.pdf'), 'utf8')).toBe('%PDF-1.4 informe');
    const names = await readdir(path.join(into, 'src/assets/images/posts'));
    expect(names.filter((name) => name.startsWith('plaza'))).toHaveLength(2);
    expect(existsSync(image('mapa-perdido.png'))).toBe(false);
  });

  test('says what became of every document', async () => {
    const entries = await run();
    expect(
      Object.fromEntries(Object.entries(entries).map(([source, { status }]) => [source, status])),
    ).toEqual({
      'LEEME.txt': 'skipped',
      'blogs/2023-02-07-primera-nota.md': 'new',
      'blogs/2024-09-18-¿qué-pasó-en-la-sesión.md': 'new',
      'eventos/2023-03-03-encuentro.md': 'new',
      'eventos/2023-04-01-sin-descripcion.md': 'incomplete',
      'proyectos/candidatos.md': 'skipped',
    });
    expect(entries['eventos/2023-03-03-encuentro.md']?.leftovers).toEqual([
      { key: 'enlace', text: 'https://example.org/x', kept: true },
    ]);
    expect(entries['proyectos/candidatos.md']?.reason).toMatch(/le falta/u);
    expect(entries['eventos/2023-04-01-sin-descripcion.md']?.findings).toContainEqual(
      expect.objectContaining({ rule: 'schema', field: 'description' }),
    );
  });

  test('commits nothing and leaves no temporary file', async () => {
    await run();
    expect(await git(into, 'log', '--format=%s')).toBe('Start');
    expect(await git(into, 'status', '--porcelain', '--untracked-files=all')).not.toMatch(/\.tmp/u);
  });
});

describe('a second import', () => {
  test('writes nothing at all', async () => {
    await run();
    const before = await snapshot();
    const again = await run();
    expect(await snapshot()).toEqual(before);
    const statuses = Object.values(again).map(({ status }) => status);
    expect(statuses).not.toContain('new');
    expect(statuses).not.toContain('updated');
  });

  test('without the images keeps them', async () => {
    await run();
    const before = await snapshot();
    await run({ images: [] });
    const after = await snapshot();
    expect(toDigests(after)).toEqual(toDigests(before));
  });

  test('finds what was not there', async () => {
    await run();
    await site.write({ 'media/x/MAPA-perdido.png': await paint(3) });
    await run();
    expect((await readFile(image('mapa-perdido.png'))).equals(await paint(3))).toBe(true);
  });

  test('takes over what has changed at the source, and only that', async () => {
    await run();
    const before = await snapshot();
    await site.write({
      'cms/blogs/2023-02-07-primera-nota.md': toOldPost(
        { title: 'Otro título', date: '2023-02-07T15:00:00.000Z' },
        'Hola, otra vez.',
      ),
    });
    await run();
    const after = await snapshot();
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed.sort()).toEqual([manifestFile, first].sort());
    expect(await read(first)).toContain('Hola, otra vez.');
  });

  test('never writes over an entry that a person has edited, even if the source changes', async () => {
    await run();
    const edited = (await read(first)).replace('Hola.', 'Hola, corregido a mano.');
    await writeFile(path.join(into, first), edited);
    await site.write({ 'cms/blogs/2023-02-07-primera-nota.md': toOldPost({ title: 'Otro' }, 'Nuevo.') });
    const again = await run();
    expect(await read(first)).toBe(edited);
    expect(again['blogs/2023-02-07-primera-nota.md']?.status).toBe('edited');
  });

  test('does not bring back an entry that a person has deleted', async () => {
    await run();
    await rm(path.join(into, first));
    const again = await run();
    expect(existsSync(path.join(into, first))).toBe(false);
    expect(again['blogs/2023-02-07-primera-nota.md']?.status).toBe('deleted');
  });
});

test('an entry of the same name that was there before stays', async () => {
  await writeFile(path.join(into, first), 'escrito a mano');
  const entries = await run();
  expect(await read(first)).toBe('escrito a mano');
  expect(entries['blogs/2023-02-07-primera-nota.md']?.status).toBe('foreign');
});

test('an image of the same name that was there before stays', async () => {
  await writeFile(image('foto-unica.jpg'), await paint(77));
  await run();
  expect((await readFile(image('foto-unica.jpg'))).equals(await paint(77))).toBe(true);
  expect(await read(first)).toMatch(/image: \/assets\/images\/posts\/foto-unica-[0-9a-f]{8}\.jpg/u);
});

describe('an import that was interrupted', () => {
  const whole = async (): Promise<Record<string, string>> => {
    const other = await createContentRepository();
    await run({ into: other });
    const kept = into;
    into = other;
    const result = toDigests(await snapshot());
    into = kept;
    await removeRepository(other);
    return result;
  };

  test('by a kill is completed by the next one', async () => {
    const { child, ended } = start(toArgs());
    const watched = path.join(into, 'src/assets/images/posts/foto-unica.jpg');
    const stop = setInterval(() => {
      if (existsSync(watched)) child.kill('SIGKILL');
    }, 1);
    await ended;
    clearInterval(stop);
    await run();
    expect(toDigests(await snapshot())).toEqual(await whole());
  });

  test('before the manifest was written and with half of its files is completed by the next one', async () => {
    await run();
    await rm(path.join(into, manifestFile));
    await rm(path.join(into, question));
    await rm(image('plaza.png'));
    await writeFile(path.join(into, 'src/content/posts/.import.tmp'), 'medio');
    await run();
    expect(toDigests(await snapshot())).toEqual(await whole());
  });
});

test('a dry run writes the report and nothing else', async () => {
  const before = await snapshot();
  const { code, output } = await start(toArgs('--dry-run')).ended;
  expect([code, await snapshot()]).toEqual([1, before]);
  expect(output).toContain('nothing was written');
  expect(await readFile(path.join(site.root, 'informe.html'), 'utf8')).toContain('Es un ensayo');
});

test('one file can be imported, mapped to its old address, with exit code 0 when nothing is left', async () => {
  await site.write({
    'suelto.txt': toOldPost(
      { title: 'Nota suelta', image: '/uploads/plaza.png', imageAlt: 'Una plaza vacía.' },
      'Texto breve y limpio.',
    ),
  });
  const source = path.join(site.root, 'suelto.txt');
  const map = ['--map', `${path.basename(site.root)}=/notas/:name`];
  const report = path.join(site.root, 'informe.html');
  const { code, output } = await start([
    source,
    '--into',
    into,
    '--images',
    site.images,
    '--report',
    report,
    ...map,
  ]).ended;
  expect(output).toContain('1 new');
  expect(await read('src/content/posts/2024-09-17-nota-suelta.mdx')).toContain('  - /notas/suelto\n');
  expect(code).toBe(0);
});

describe('hostile documents are data', () => {
  const sentinel = 'sentinela-de-importacion';

  test.each([
    ['an import of MDX', 'mdx', `import fs from 'node:fs'\n\n{fs.writeFileSync('${sentinel}', '')}`],
    ['an expression', 'mdx', `{process.exit(7)}`],
    ['a script in Markdown', 'md', `<script>document.title = '${sentinel}'</script>`],
    ['a script address', 'md', '[hola](javascript:alert(1))'],
    ['an expression in Markdown', 'md', `{require('fs').writeFileSync('${sentinel}', '')}`],
  ])('%s', async (_, extension, hostile) => {
    await site.write({ [`malo/malo.${extension}`]: toOldPost({ title: 'Malo' }, hostile) });
    const { code } = await start([
      path.join(site.root, 'malo'),
      '--into',
      into,
      '--report',
      path.join(site.root, 'informe.html'),
    ]).ended;
    expect(code).toBe(1);
    expect(existsSync(path.join(projectDir, sentinel))).toBe(false);
    const file = path.join(into, 'src/content/posts/2024-09-17-malo.mdx');
    if (existsSync(file))
      expect(await readFile(file, 'utf8')).not.toMatch(/<script|^import |(?<!\\)\{|\(javascript:/mu);
    expect(await readFile(path.join(site.root, 'informe.html'), 'utf8')).not.toMatch(/<script/u);
  });

  test('no path leads out of the folders that were given', async () => {
    await site.write({
      'secreto.png': await paint(1),
      'malo/a.md': toOldPost({ title: 'Malo', image: '../secreto.png' }, '![x](../../../../etc/hostname)'),
    });
    await run({ source: path.join(site.root, 'malo') });
    expect(existsSync(image('secreto.png'))).toBe(false);
    expect(existsSync(image('hostname'))).toBe(false);
  });
});

describe('what cannot be done is said with exit code 2', () => {
  test('a bare repository', async () => {
    const bare = path.join(site.root, 'bare.git');
    await git(into, 'clone', '--quiet', '--bare', into, bare);
    const { code, output } = await start([site.posts, '--into', bare]).ended;
    expect([code, output]).toEqual([2, expect.stringContaining('bare repository')]);
  });

  test('a folder that is no repository', async () => {
    await cp(path.join(into, 'src'), path.join(site.root, 'plain/src'), { recursive: true });
    const { code, output } = await start([site.posts, '--into', path.join(site.root, 'plain')]).ended;
    expect([code, output]).toEqual([2, expect.stringContaining('git repository')]);
  });

  test.each([
    [['--nada'], 'nada'],
    [[], 'one SOURCE'],
    [['does-not-exist'], 'does not exist'],
    [['src', '--map', 'x'], 'OLD=NEW'],
    [['src/import', '--dry-run'], 'There is no .md'],
  ])('a wrong command line: %j', async (args, message) => {
    const { code, output } = await start(args).ended;
    expect(code).toBe(2);
    expect(output).toContain(message);
  });

  test('a Decap configuration that is none', async () => {
    await site.write({ 'cms/admin/config.yml': 'collections: [' });
    const { code, output } = await start(toArgs()).ended;
    expect(code).toBe(2);
    expect(output).toContain('config.yml');
  });
});

test('--help explains itself', async () => {
  const { code, output } = await start(['--help']).ended;
  expect([code, output]).toEqual([0, expect.stringContaining('--map OLD=NEW')]);
});
