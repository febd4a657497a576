/** A page with Decap as it comes, its own GitHub backend included, and our content model as its configuration. */
import CMS from 'decap-cms-app';
import { toCmsConfig } from '../../content-schema/index.ts';
import { loadSettings } from '../../src/admin/settings.ts';

const toFormat = ({ extension }: { extension?: string }): 'frontmatter' | 'yml' =>
  extension === 'mdx' ? 'frontmatter' : 'yml';

const config = toCmsConfig(await loadSettings());
CMS.init({
  config: {
    ...config,
    // The language whose words the reproduction looks for.
    locale: 'en',
    collections: config.collections?.map((collection) => ({ ...collection, format: toFormat(collection) })),
  },
});
