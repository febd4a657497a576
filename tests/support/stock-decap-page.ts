/** A page with Decap as it comes, its own GitHub backend included, and our content model as its configuration. */
import CMS from 'decap-cms-app';
import { toCmsConfig } from '../../content-schema/index.ts';
import { loadSettings } from '../../src/admin/settings.ts';

const config = toCmsConfig(await loadSettings());
// What only our build of Decap knows: our file formats, and patterns for more than the name of an image.
const plain = JSON.stringify(config, (key, value: unknown) => {
  if (key === 'pattern' && Array.isArray(value)) return undefined;
  if (key === 'format') return value === 'gaceta-site' ? 'yml' : 'frontmatter';
  // The language whose words the reproduction looks for.
  return key === 'locale' ? 'en' : value;
});
CMS.init({ config: JSON.parse(plain) as typeof config });
