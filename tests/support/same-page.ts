import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { type Collection, type CollectionName, collections, toEntryId } from '../../content-schema/index.ts';
import { openRepository } from '../../src/git/index.ts';
import { openRenderer, type PreviewContext } from '../../src/on-demand/index.ts';
import { projectDir } from '../../src/server/environment.ts';
import { listPages } from '../../src/server/hosting.ts';
import { readEntryView } from '../../src/server/preview-entries.ts';
import { toTopicId } from '../../src/site/topics.ts';

/** A page without what may differ: where its images are, and how many sizes there are of each. */
const withoutImageAddresses = (html: string): string =>
  html.replace(/(?:\/_img\/[\w.-]+(?: \d+w)?(?:, )?)+/gu, 'IMAGEN');

const find = (html: string, pattern: RegExp): string =>
  (html.match(pattern) ?? []).join('').replace(/<p class="meta">[^<]*<\/p>/gu, '');

/** Where the pages of a collection are, and what of them an entry makes: of lists, what stands above (but for how many). */
const kinds = {
  posts: { folder: 'articulos', part: /<article[\s\S]*<\/article>/u },
  pages: { folder: '', part: /<article[\s\S]*<\/article>/u },
  authors: { folder: 'autores', part: /<header class="head">[\s\S]*?<\/header>/u },
  topics: { folder: 'temas', part: /<header class="head">[\s\S]*?<\/header>/u },
  site: {
    folder: '',
    part: /<header class="masthead[\s\S]*?<\/header>|<footer class="footer[\s\S]*<\/footer>/gu,
  },
} as const;

/**
 * Renders every published entry of a repository's main on demand and compares it with a build of the same commit: what
 * the entry makes is the same but for the addresses of its images; with marks it differs by its marks alone.
 * @param siteDir folder of the built site
 * @returns how many were compared
 */
export async function compareArticles(contentRepo: string, siteDir: string): Promise<number> {
  const repository = await openRepository(contentRepo);
  const renderer = await openRenderer({
    projectDir,
    stateDir: path.join(projectDir, '.gaceta'),
    limit: 60_000,
  });
  try {
    const read = (file: string): Promise<string> => readFile(path.join(siteDir, file), 'utf8');
    const context = JSON.parse(await read('admin/preview.json')) as PreviewContext;
    const withPage = new Set(await listPages(siteDir));
    const files = await repository.listTree('refs/heads/main', 'src/content', { recursive: true });
    let compared = 0;
    for (const { path: name, sha } of files) {
      const file = `src/content/${name}`;
      const model = Object.values<Collection>(collections).find((one) => toEntryId(one, file) !== undefined);
      const id = model && toEntryId(model, file);
      if (model === undefined || id === undefined) continue;
      const collection = model.name as CollectionName;
      const { folder, part } = kinds[collection];
      const entry = { collection, id, path: file, sha, isRemoved: false };
      const view = await readEntryView(repository, 'refs/heads/main', entry, (image) => `/_img/${image}`);
      const place = collection === 'topics' ? toTopicId(String(view.values['name'])) : id;
      const page = path.join(folder, collection === 'site' ? '' : place, 'index.html');
      // Topics without a post have none.
      if (collection === 'topics' && !withPage.has(page)) continue;
      const built = find(await read(page), part);
      expect(built, file).not.toBe('');
      const plain = await renderer.render({ collection, id, context, ...view });
      expect(withoutImageAddresses(find(plain, part)), file).toBe(withoutImageAddresses(built));
      const marked = await renderer.render({ collection, id, context, ...view, marks: true });
      if (collection !== 'site') expect(marked).toContain('data-field="');
      if (collection === 'posts' || collection === 'pages') expect(marked).toContain('data-lines="');
      expect(marked.replace(/ data-(?:lines|field)="[^"]*"/gu, '')).toBe(plain);
      compared++;
    }
    return compared;
  } finally {
    await Promise.all([renderer.close(), repository.close()]);
  }
}
