import { type Asset, toPublicPath } from '../components/asset.ts';
import { bodyComponents, bodyLabels } from '../components/body.ts';
import { createRenderEntry } from './render-entry.ts';

/**
 * Renders the body of an entry: the one rendering, for the build, the preview and pages on demand.
 * @throws EntryError when the attributes of a component are wrong
 */
export const renderEntry = createRenderEntry<Asset>({
  components: bodyComponents,
  labels: bodyLabels,
  toPublicPath,
});

export type { BodySource, Content } from './render-entry.ts';
