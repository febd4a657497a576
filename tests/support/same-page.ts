import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { type Collection, collections, toEntryId } from '../../content-schema/index.ts';
import { openRepository } from '../../src/git/index.ts';
import { openRenderer, type PreviewContext } from '../../src/on-demand/index.ts';
import { projectDir } from '../../src/server/environment.ts';
import { readEntryView } from '../../src/server/preview-entries.ts';

/** A page without what may differ: where its images are, and how many sizes there are of each. */
const withoutImageAddresses = (html: string): string =>
  html.replace(/(?:\/_img\/[\w.-]+(?: \d+w)?(?:, )?)+/gu, 'IMAGEN');

const findArticle = (html: string): string => /<article[\s\S]*<\/article>/u.exec(html)?.[0] ?? '';

/** Collections whose pages are an article, and where their pages are. */
const folders = { posts: 'articulos', pages: '' } as const;

/**
 * Renders every published post and page of a repository's main on demand and compares it with a build of the same
 * commit: the article is the same but for the addresses of its images; with marks it differs by its marks alone.
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
    let compared = 0;
    for (const collection of ['posts', 'pages'] as const) {
      const model: Collection = collections[collection];
      const folder = `src/content/${collection}`;
      for (const { path: name, sha } of await repository.listTree('refs/heads/main', folder)) {
        const file = `${folder}/${name}`;
        const id = toEntryId(model, file);
        if (id === undefined) continue;
        const entry = { collection, id, path: file, sha, isRemoved: false };
        const view = await readEntryView(repository, 'refs/heads/main', entry, (image) => `/_img/${image}`);
        const built = findArticle(await read(path.join(folders[collection], id, 'index.html')));
        expect(built).not.toBe('');
        const plain = await renderer.render({ collection, id, context, ...view });
        expect(withoutImageAddresses(findArticle(plain)), id).toBe(withoutImageAddresses(built));
        const marked = await renderer.render({ collection, id, context, ...view, marks: true });
        expect(marked).toContain('data-lines="');
        expect(marked.replace(/ data-(?:lines|field)="[^"]*"/gu, '')).toBe(plain);
        compared++;
      }
    }
    return compared;
  } finally {
    await Promise.all([renderer.close(), repository.close()]);
  }
}
