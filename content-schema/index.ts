/** The content model: the only door to it. Pure TypeScript and zod; no Astro, no Node, no React. */
export { decodeAddress, decodePart, isFreePath, isRoute, toEntryPath, toPlainPath } from './addresses.ts';
export { checkEntry, type CheckResult, type Entry, loadEntry } from './check-entry.ts';
export { type Collection, type FolderCollection, isFolder, toEntryId } from './collection.ts';
export { type CollectionName, collections } from './collections/index.ts';
export type { Author } from './collections/authors.ts';
export type { Page } from './collections/pages.ts';
export type { Post } from './collections/posts.ts';
export type { Site } from './collections/site.ts';
export type { TopicText } from './collections/topics.ts';
export {
  type Component,
  type ComponentName,
  components,
  componentSchemas,
  isComponentName,
} from './components.ts';
export { type CmsOptions, toCmsConfig, toFormatName } from './decap-config.ts';
export { type Element, parseTag, serializeElement, type Tag } from './element.ts';
export {
  type ParsedEntry,
  parseEntry,
  serializeEntry,
  splitEntry,
  toBody,
  type Values,
} from './entry-file.ts';
export { type Field, type Fields, toWidgets } from './field.ts';
export { mediaFolder, publicFolder } from './fields/index.ts';
export { EntryError, type Finding, toLine } from './finding.ts';
export { pageIds, toHeadingIds } from './heading-ids.ts';
export { findTags, fromMdx, type PlacedTag, toMdx } from './mdx-body.ts';
