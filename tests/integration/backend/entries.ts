import type { GitHubApi } from '../../../src/admin/backend/github-api.ts';
import type { DecapEntry, PersistOptions } from '../../../src/admin/backend/persist.ts';
import type { StoredDraft } from '../../../src/admin/backend/save-draft.ts';

export const slug = '2026-01-01-agua';
export const path = `src/content/posts/${slug}.mdx`;
export const branch = `cms/posts/${slug}`;

/** A post as the form writes it. */
export const post = ({
  title = 'El agua',
  description = 'Sobre el agua.',
  body = 'Uno.\n\nDos.\n\nTres.',
} = {}): string =>
  `---\ntitle: ${title}\nimage: /assets/images/posts/a.jpg\ndescription: ${description}\nautor: Ana\ndate: 2026-01-01T08:00:00-06:00\nhighlight: false\n---\n${body}\n`;

export const entry = (raw: string, assets: DecapEntry['assets'] = [], at = slug): DecapEntry => ({
  dataFiles: [{ path: `src/content/posts/${at}.mdx`, slug: at, raw }],
  assets,
});

export const options = (base: string | undefined): PersistOptions => ({
  newEntry: base === undefined,
  commitMessage: `Cambiar artículo «${slug}»`,
  collectionName: 'posts',
  useWorkflow: true,
  unpublished: false,
  ...(base === undefined ? {} : { base }),
});

export const save = (api: GitHubApi, raw: string, base: string | undefined): Promise<StoredDraft> =>
  api.saveEntry(entry(raw), options(base));

export const image = (name: string, bytes = name): DecapEntry['assets'][number] => ({
  path: `src/assets/images/posts/${name}`,
  toBase64: () => Promise.resolve(Buffer.from(bytes).toString('base64')),
});
