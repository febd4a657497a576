import { type Asset, isAnimation, toPublicPath } from '../components/asset.ts';
import { bodyComponents, bodyLabels } from '../components/body.ts';
import { createRenderEntry } from './render-entry.ts';

/**
 * Renders the body of an entry: the one rendering, for the build, the preview and pages on demand.
 * @returns the content, and what the page around it has to know: headings, styles, frames
 * @throws EntryError when the attributes of a component are wrong
 */
export const renderEntry = createRenderEntry<Asset>({
  components: bodyComponents,
  labels: bodyLabels,
  toPublicPath,
  isAnimation,
});

export type { BodyHeading } from './headings.ts';
export type { Body, BodySource, Content } from './render-entry.ts';
