import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collections, parseEntry, serializeEntry } from '../../../content-schema/index.ts';
import { copyImages, createSite, datasetDir, readBlobShas, type TestSite } from './site.ts';

const isHere = existsSync(datasetDir);

describe.skipIf(!isHere)(
  'the real posts of the first users (skipped where ../shared/dataset is absent)',
  () => {
    let site: TestSite;

    beforeAll(async () => {
      site = await createSite();
      await copyImages(site);
      const files: Record<string, string> = {};
      const folder = path.join(datasetDir, 'posts');
      for (const name of await readdir(folder)) {
        const source = await readFile(path.join(folder, name), 'utf8');
        const moved = source.replaceAll(/\/(?:src\/assets\/img\/posts|uploads)\//gu, '/assets/images/posts/');
        const file = `src/content/posts/${name}x`;
        // Written anew, scripts in them are text; as they are, the build refuses them.
        files[file] = serializeEntry(collections.posts, parseEntry(collections.posts, moved, file).values);
      }
      const [seed = ''] = await readdir(path.join(datasetDir, 'seed'));
      files['src/content/posts/semilla.mdx'] = await readFile(path.join(datasetDir, 'seed', seed), 'utf8');
      await site.commit(files);
      await site.build();
    });

    afterAll(() => site.remove());

    test('become a page each', async () => {
      const pages = (await site.list()).filter((file) => /^articulos\/[^/]+\/index\.html$/u.test(file));
      expect(pages).toHaveLength(33);
    });

    test('the seed is shown as it is, without what was pasted around it', async () => {
      const html = await site.read('articulos/semilla/index.html');
      expect(html).toContain('Este esfuerzo conjunto busca promover la transparencia');
      expect(html).toMatch(
        /<a href="https:\/\/www\.linkedin\.com\/company\/red-ciudadana\/" rel="external noopener">/u,
      );
      expect(html).not.toMatch(/StartFragment|EndFragment|julio@redciudadana/u);
    });

    test('contact addresses of authors are nowhere', async () => {
      const texts = (await site.list()).filter((file) => /\.(?:html|xml|json)$/u.test(file));
      for (const file of texts) {
        const html = await site.read(file);
        expect(html.replace(/<div class="prose">[\s\S]*?<\/article>/u, ''), file).not.toMatch(
          /[\w.]+@[\w-]+\.\w/u,
        );
      }
    });

    test('no page loads anything from elsewhere or holds a script', async () => {
      for (const file of (await site.list()).filter((name) => name.endsWith('.html'))) {
        const html = await site.read(file);
        expect(html, file).not.toMatch(
          /<(?:script|iframe|object|embed|form)\b|\son\w+=|href="\s*(?:javascript|data):/iu,
        );
        expect(html, file).not.toMatch(
          /<(?:img|source|video|audio|track)\b[^>]*(?:src|srcset)="(?!\/_img\/)/iu,
        );
        expect(html.match(/<h1\b/gu), file).toHaveLength(1);
      }
    });

    test('originals are not published', async () => {
      const published = await readBlobShas(site);
      const images = (await site.list()).filter((file) => file.startsWith('_img/'));
      expect(images.length).toBeGreaterThan(20);
      for (const name of images) expect(published).not.toContain(/[0-9a-f]{40}/u.exec(name)?.[0]);
    });
  },
);
