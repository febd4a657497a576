import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { collections, parseEntry, serializeEntry, type Values } from '../../../../content-schema/index.ts';
import {
  applyBody,
  type EntryReport,
  readBody,
  reportEntry,
  summarizeEntry,
} from '../../../../src/review/report/index.ts';
import { datasetDir, hasDataset, loadLegacyPosts } from '../../../support/legacy-posts.ts';

const { posts } = collections;

interface Edit {
  readonly commit: string;
  readonly changed: readonly string[];
}

const reread = (values: Values): Values => parseEntry(posts, serializeEntry(posts, values), 'a.mdx').values;
const texts = (values: Values): string[] =>
  readBody(String(values['body'])).map(({ sentences }) => sentences.join(' '));

/** What a report says changed, in the words of index.json. */
function toChanged({ fields, body, images, links }: EntryReport): Set<string> {
  const changed = body.blocks.filter(({ kind }) => kind !== 'kept');
  const isText = changed.some(({ sentences }) => sentences.some(({ kind }) => kind !== 'kept'));
  const isImages =
    images.length > 0 || changed.some(({ kind, after }) => kind === 'moved' && after?.kind === 'image');
  const isFormat = changed.some(({ format }) => format.length > 0);
  return new Set([
    ...fields.map(({ field }) => `fm:${field}`),
    ...(isText ? ['body:text'] : []),
    ...(isImages ? ['body:images'] : []),
    ...(links.length > 0 ? ['body:links'] : []),
    ...(isFormat ? ['body:formatting-only'] : []),
  ]);
}

/** How editors are told what they did. index.json calls a text whose code fence went a change of the text. */
const summaries: Readonly<Record<string, string>> = {
  '765da7e': 'Cambió la fecha',
  '0cafce8': 'Cambiaron 2 párrafos; se quitaron 2 párrafos; cambió el formato de 3 puntos de lista',
  '664d68c': 'Se agregó 1 enlace',
  '8a40322': 'Se agregó 1 imagen; se quitó 1 imagen; se movieron 2 imágenes',
  '17c6e30': 'Cambiaron 3 imágenes',
  '1e82f37': 'Cambió el formato del texto, no las palabras',
  '968d9d4': 'Se agregaron 1 párrafo y 2 imágenes',
  '4e70227': 'Se quitó 1 punto de lista',
  '0492bc0': 'Cambiaron la imagen de portada y la descripción',
  de66e14: 'Cambió el título; se agregó 1 imagen',
  '8b9b326': 'Cambiaron 5 puntos de lista',
  ffaf09d: 'Cambió 1 párrafo',
};

describe.skipIf(!hasDataset)('edits that people made (skipped: no ../shared/dataset)', async () => {
  const [index, before, after] = hasDataset
    ? await Promise.all([
        readFile(path.join(datasetDir, 'history/index.json'), 'utf8').then(
          (json) => JSON.parse(json) as Edit[],
        ),
        loadLegacyPosts('history/before'),
        loadLegacyPosts('history/after'),
      ])
    : [[], [], []];
  const edits = index.map((edit) => {
    const find = (list: typeof before): Values =>
      reread(list.find(({ name }) => name.startsWith(edit.commit))?.values ?? {});
    return { ...edit, old: find(before), now: find(after) };
  });
  const toReport = (old: Values, now: Values): EntryReport =>
    reportEntry(posts, { id: 'a', path: 'a.mdx', values: old }, { id: 'a', path: 'a.mdx', values: now });

  test.each(edits)('$commit: the report says what changed: $changed', ({ commit, changed, old, now }) => {
    const report = toReport(old, now);
    const said = toChanged(report);
    // A fence that went is told as what it looks like; the words stayed.
    const isFence = changed.includes('body:text') && !said.has('body:text');
    expect(isFence ? said.has('body:formatting-only') : true).toBe(true);
    for (const name of isFence ? [] : changed) expect(said).toContain(name);
    expect([...said].filter((name) => name.startsWith('fm:') || name === 'body:images').sort()).toEqual(
      changed.filter((name) => name.startsWith('fm:') || name === 'body:images').sort(),
    );
    expect(applyBody(report.body, texts(old))).toEqual(texts(now));
    if (summaries[commit] !== undefined) expect(summarizeEntry(report)).toBe(summaries[commit]);
  });
});
