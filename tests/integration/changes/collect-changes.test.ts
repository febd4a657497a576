import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Changes, collectChanges } from '../../../src/changes/collect-changes.ts';
import { takePhoto, takeRotatedPhoto } from '../../support/photo.ts';
import type { TemporaryRepository } from '../../support/repository.ts';
import { createChange, photo, toPath, toPost, writeBytes } from './newsroom.ts';

const collect = (git: TemporaryRepository, base = 'main', head = 'cambio'): Promise<Changes> =>
  collectChanges({ repository: git.path, base, head, now: new Date('2026-03-01T12:00:00Z') });

const remove = (git: TemporaryRepository, file: string): Promise<void> => rm(path.join(git.path, file));

const toKinds = ({ report }: Changes): string[] =>
  report.entries.map(({ kind, before, after }) => `${kind} ${before?.id ?? '–'} → ${after?.id ?? '–'}`);

test('what others published since the branch parted is none of its changes', async () => {
  await using git = await createChange({ [toPath('uno')]: toPost(), [toPath('dos')]: toPost() });
  await git.commit('Edit', { [toPath('uno')]: toPost({ title: 'El presupuesto, cada semana' }) });
  await git.git('switch', '--quiet', 'main');
  await git.commit('Elsewhere', { [toPath('dos')]: toPost({ title: 'Otra cosa' }) });
  const changes = await collect(git);
  expect(toKinds(changes)).toEqual(['changed 2026-02-03-uno → 2026-02-03-uno']);
  expect(changes.report.entries[0]?.fields).toMatchObject([
    { label: 'Título', before: 'El presupuesto se publica cada mes', after: 'El presupuesto, cada semana' },
  ]);
  expect(changes.mergeBase).toBe(await git.git('merge-base', 'main', 'cambio'));
});

test('entries that are new, renamed and deleted are told as such, whoever saw the renaming', async () => {
  const other = {
    title: 'Una calle sin luz',
    description: 'Tres vecinas cuentan lo que pasa de noche en la calle que nadie alumbra.',
    autor: 'Ana',
    date: '2026-01-01T10:00:00-06:00',
    tags: ['barrio'],
    body: 'Nada.',
  };
  await using git = await createChange({
    [toPath('se-va')]: toPost({ body: 'Todo esto se va y no vuelve más, por si alguien pregunta.' }),
    [toPath('vieja')]: toPost(other),
    [toPath('seguida')]: toPost({ title: 'Seguida por git', body: 'Texto propio.\n\nQue no cambia.' }),
  });
  for (const name of ['se-va', 'vieja', 'seguida']) await remove(git, toPath(name));
  await git.commit('Change', {
    [toPath('llega')]: toPost({ title: 'Llega', autor: 'B', tags: ['x'], date: '2026-02-01', body: 'Eso.' }),
    [toPath('otra')]: toPost({
      ...other,
      title: 'Alumbran la calle',
      description: 'Después de tres años, la calle tiene luz: qué falta y quién la pidió.',
      date: '2026-02-28T10:00:00-06:00',
      tags: ['luz', 'servicios'],
      body: 'Todo este texto se escribió de nuevo.\n\nDe arriba abajo.',
      aliases: ['/articulos/2026-02-03-vieja/'],
    }),
    [toPath('nueva-direccion')]: toPost({
      title: 'Seguida por git',
      body: 'Texto propio.\n\nQue no cambia.',
    }),
  });
  expect(toKinds(await collect(git)).sort()).toEqual([
    'deleted 2026-02-03-se-va → –',
    'new – → 2026-02-03-llega',
    'renamed 2026-02-03-seguida → 2026-02-03-nueva-direccion',
    'renamed 2026-02-03-vieja → 2026-02-03-otra',
  ]);
});

test('media are told with their size and, of pictures, the pixels as people see them', async () => {
  await using git = await createChange({ 'src/assets/images/posts/acta.pdf': '%PDF-1.4 acta' });
  const [flat, upright] = [await takePhoto(), await takeRotatedPhoto()];
  await writeBytes(git, photo, upright);
  await writeBytes(git, 'src/assets/images/posts/mercado.jpg', flat);
  await remove(git, 'src/assets/images/posts/acta.pdf');
  await git.commit('Media', {});
  expect((await collect(git)).report.media).toEqual([
    { path: 'src/assets/images/posts/acta.pdf', kind: 'removed', before: { bytes: 13 } },
    {
      path: 'src/assets/images/posts/mercado.jpg',
      kind: 'added',
      after: { bytes: flat.length, width: 1200, height: 800 },
    },
    {
      path: photo,
      kind: 'changed',
      before: { bytes: flat.length, width: 1200, height: 800 },
      after: { bytes: upright.length, width: 2688, height: 4032 },
    },
  ]);
  await git.git('switch', '--quiet', '--create', 'nombre');
  await git.git('mv', photo, 'src/assets/images/posts/parque.jpg');
  await git.commit('Name', {});
  expect((await collect(git, 'cambio', 'nombre')).report.media).toMatchObject([
    { kind: 'renamed', previousPath: photo, path: 'src/assets/images/posts/parque.jpg' },
  ]);
});

test('findings are new, fixed or remain; those of entries that did not change are told when they are new', async () => {
  await using git = await createChange({
    [toPath('uno')]: toPost({
      body: 'Primero.\n\nLee más [aquí](https://example.org/a).\n\nTambién [clic](https://example.org/b).',
    }),
    [toPath('dos')]: toPost({
      title: 'Dos',
      body: 'Como [contamos en febrero](/articulos/2026-02-03-tres/).',
    }),
    [toPath('tres')]: toPost({ title: 'Tres', body: 'Corto.' }),
  });
  await remove(git, toPath('tres'));
  await git.commit('Edit', {
    [toPath('uno')]: toPost({
      body: 'Antes de todo, un párrafo.\n\nPrimero.\n\nLee más [aquí](https://example.org/a).\n\nUna [foto](https://example.org/c?utm_source=x).',
    }),
  });
  const { findings } = (await collect(git)).report;
  const toRule = ({ rule, location }: { rule: string; location: { file: string } }): string =>
    `${rule} ${path.basename(location.file, '.mdx')}`;
  expect(findings.new.map(toRule).sort()).toEqual([
    'link-nowhere 2026-02-03-dos',
    'link-tracking 2026-02-03-uno',
  ]);
  expect(findings.fixed.map(toRule)).toContain('link-text 2026-02-03-uno');
  expect(findings.remaining.map(toRule)).toContain('link-text 2026-02-03-uno');
});

test('a file that is no entry any more is shown as its text, and files that are no content are named', async () => {
  await using git = await createChange({ [toPath('uno')]: toPost() });
  await git.commit('Break', {
    [toPath('uno')]: 'Sin encabezado, nada más.\n',
    '.github/workflows/otro.yml': 'on: push\n',
  });
  const { report, others } = await collect(git);
  expect(report.entries[0]?.kind).toBe('changed');
  expect(JSON.stringify(report.entries[0]?.body)).toContain('Sin encabezado');
  expect(report.findings.new).toMatchObject([{ severity: 'error', location: { file: toPath('uno') } }]);
  expect(others).toEqual(['.github/workflows/otro.yml']);
});

test('a bare repository, and one without a branch main, as in a workflow, are enough', async () => {
  await using git = await createChange({ [toPath('uno')]: toPost() });
  await git.commit('Edit', { [toPath('uno')]: toPost({ title: 'Cada semana' }) });
  const expected = (await collect(git)).report;
  await git.git('update-ref', 'refs/remotes/origin/main', 'main');
  await git.git('branch', '--quiet', '--delete', '--force', 'main');
  expect((await collect(git, 'origin/main', 'HEAD')).report).toEqual(expected);
  await git.git('config', 'core.bare', 'true');
  expect((await collect(git, 'origin/main', 'cambio')).report).toEqual(expected);
});

test('no change is an empty report; what cannot be compared is said', async () => {
  await using git = await createChange({ [toPath('uno')]: toPost() });
  expect((await collect(git)).report).toEqual({
    entries: [],
    media: [],
    findings: { new: [], fixed: [], remaining: [] },
  });
  await expect(collect(git, 'main', 'nada')).rejects.toThrow('There is no commit nada');
  await git.git('switch', '--quiet', '--orphan', 'aparte');
  await git.commit('Else', { 'otro.txt': 'x' });
  await expect(collect(git, 'main', 'aparte')).rejects.toThrow('have no commit in common');
});
