import { describe, expect, test } from 'vitest';
import { collections, findTags } from '../../../../content-schema/index.ts';
import { hasEmbed } from '../../../../src/copy-desk/html/embed-html.ts';
import { repairValues } from '../../../../src/copy-desk/index.ts';
import { hasDataset, loadLegacyPosts } from '../../../support/legacy-posts.ts';
import { file, site } from '../cases.ts';

/** What begins an embed; the script that comes with one is none. */
const beginnings = /<iframe\s|<div class="flourish-embed|<blockquote class="twitter-tweet/gu;

describe.skipIf(!hasDataset)('embeds of real posts (skipped: no ../shared/dataset)', async () => {
  const folders = ['posts', 'history/before', 'history/after'];
  const posts = hasDataset ? (await Promise.all(folders.map(loadLegacyPosts))).flat() : [];
  const withEmbeds = posts.filter(({ values }) => hasEmbed(String(values['body'])));

  test('are in many of them', () => {
    expect(withEmbeds.length).toBeGreaterThan(10);
  });

  test.each(withEmbeds)('$name keeps every one as a block', ({ values }) => {
    const count = String(values['body']).match(beginnings)?.length ?? 0;
    const body = String(repairValues(collections.posts, values, file, site).values['body']);
    const blocks = findTags(body).filter(({ name }) => name === 'Video' || name === 'Embed');
    expect(blocks).toHaveLength(count);
    expect(hasEmbed(body)).toBe(false);
    for (const { attributes } of blocks) expect(attributes['url']).toMatch(/^https:\/\/(?!.*embed)/u);
  });
});
