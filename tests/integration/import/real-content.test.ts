import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collections, loadEntry, type Post } from '../../../content-schema/index.ts';
import { convertImage } from '../../../src/import/convert-image.ts';
import { importDocuments, type ImportOptions } from '../../../src/import/import-documents.ts';
import { parseMappings } from '../../../src/import/mappings.ts';
import { isTaken, isWritten, type Report } from '../../../src/import/report/report.ts';
import { createContentRepository, git, removeRepository } from '../../support/newsroom.ts';
import { datasetDir } from '../site/site.ts';

describe.skipIf(!existsSync(datasetDir))(
  'the real documents of the first users (skipped where ../shared/dataset is absent)',
  () => {
    let into: string;
    const reports: Record<string, Report> = {};

    const run = (folder: string): Promise<Report> => {
      const options: ImportOptions = {
        source: path.join(datasetDir, folder),
        into,
        images: [path.join(datasetDir, 'images')],
        mappings: parseMappings(['posts=/blogs', 'https://redciudadana.org=/']),
        dryRun: false,
      };
      return importDocuments(options, () => undefined);
    };

    const folders = ['seed', 'posts', 'other'];

    beforeAll(async () => {
      into = await createContentRepository();
      for (const folder of folders) reports[folder] = await run(folder);
    });
    afterAll(() => removeRepository(into));

    const getEntries = () => folders.flatMap((folder) => reports[folder]?.entries ?? []).filter(isTaken);

    const load = async (file: string): Promise<Post> =>
      loadEntry(collections.posts, await readFile(path.join(into, file), 'utf8'), file);

    test('become entries that the schema takes, or are reported with a reason', async () => {
      expect(getEntries()).toHaveLength(43);
      for (const entry of getEntries()) {
        expect(isWritten(entry), entry.source).toBe(true);
        await load(entry.file ?? '');
      }
      const skipped = reports['other']?.entries.filter((entry) => !isTaken(entry)) ?? [];
      expect(skipped).toHaveLength(30);
      for (const { source, reason } of skipped) expect(reason, source).toMatch(/le falta/u);
    });

    test('have ASCII names of at most 80 characters that begin with their local day', async () => {
      for (const { file = '' } of getEntries()) {
        expect(path.basename(file, '.mdx')).toMatch(/^\d{4}-\d\d-\d\d-[a-z0-9-]{1,69}$/u);
        expect(path.basename(file).slice(0, 10)).toBe((await load(file)).date.slice(0, 10));
      }
    });

    test('leave nothing that a rule could have repaired', () => {
      for (const { source, findings } of getEntries()) {
        const repairable = findings.filter((finding) => 'edits' in finding && finding.edits !== undefined);
        expect(repairable, source).toEqual([]);
      }
    });

    test('have the old address of every post', async () => {
      for (const { file = '', aliases } of reports['posts']?.entries ?? []) {
        expect(aliases).toEqual([expect.stringMatching(/^\/blogs\/[^\s/]+$/u)]);
        expect((await load(file)).aliases).toEqual(aliases);
      }
    });

    test('the seed is whole again: accents, emoji, seven tags, nothing pasted', async () => {
      const [seed] = reports['seed']?.entries ?? [];
      const post = await load(seed?.file ?? '');
      expect(post.tags).toHaveLength(7);
      expect(post.title).toMatch(/^🇬🇹.*🌟$/u);
      expect(post.body).toContain('ciudadanía');
      expect(post.body).not.toMatch(/[ÃÂ]|ðŸ|Fragment|^#|^-{3}|^ {2}/mu);
      expect(seed?.findings.map(({ rule }) => rule)).toContain('image-alt');
    });

    test('are not touched by a second import', async () => {
      await git(into, 'add', '--all');
      const before = await git(into, 'diff', '--cached', '--raw', '--no-abbrev');
      for (const folder of folders) {
        const { entries } = await run(folder);
        for (const { source, status } of entries) expect(['unchanged', 'skipped'], source).toContain(status);
      }
      await git(into, 'add', '--all');
      expect(await git(into, 'diff', '--cached', '--raw', '--no-abbrev')).toBe(before);
    });

    test('the photograph from a telephone, HEIC, becomes an upright JPEG without its position', async () => {
      const folder = path.join(datasetDir, 'images/src/assets/img/posts');
      const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.heic'));
      const { content, extension } = await convertImage(await readFile(path.join(folder, name)));
      const { format, width, height, exif, icc, orientation } = await sharp(content).metadata();
      expect({ extension, format, width, height, exif, icc, orientation }).toEqual({
        extension: 'jpg',
        format: 'jpeg',
        width: 1920,
        height: 2560,
        exif: undefined,
        icc: undefined,
        orientation: undefined,
      });
    });
  },
);
