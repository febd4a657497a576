import type { CmsBackend, CmsCollection, CmsConfig } from 'decap-cms-core';
import { type Collection, isFolder } from './collection.ts';
import { collections } from './collections/index.ts';
import { toWidgets } from './field.ts';
import { mediaFolder, publicFolder } from './fields/index.ts';

export interface CmsOptions {
  readonly backend: CmsBackend;
  /** The public address of the site and its name, which the form shows. */
  readonly siteUrl: string;
  readonly logo?: string;
}

/** The custom format (Decap's `registerCustomFormat`) in which a collection's files are read and written. */
export const toFormatName = (collection: Collection): string => `gaceta-${collection.name}`;

/** The configuration of Decap: every form, from the one definition of each field. */
export function toCmsConfig({ backend, siteUrl, logo }: CmsOptions): CmsConfig {
  return {
    backend,
    load_config_file: false,
    locale: 'es',
    publish_mode: 'editorial_workflow',
    site_url: siteUrl,
    display_url: siteUrl,
    ...(logo === undefined ? {} : { logo: { src: logo, show_in_header: true } }),
    media_folder: mediaFolder,
    public_folder: publicFolder,
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    collections: Object.values(collections).map(toCmsCollection),
  };
}

function toCmsCollection(collection: Collection): CmsCollection {
  const { name, label, singular, description, fields } = collection;
  const common = {
    name,
    label,
    label_singular: singular,
    ...(description === undefined ? {} : { description }),
  };
  if (!isFolder(collection)) {
    return {
      ...common,
      format: toFormatName(collection),
      files: [{ name, label, file: collection.file, fields: toWidgets(fields) }],
    };
  }
  return {
    ...common,
    folder: collection.folder,
    create: true,
    extension: 'mdx',
    format: toFormatName(collection),
    slug: collection.slug,
    preview_path: `${collection.path.slice(1)}{{slug}}/`,
    identifier_field: collection.identifier,
    summary: collection.summary,
    sortable_fields: [...(collection.sortable ?? [])],
    // Decap takes no empty lists here.
    ...(collection.filters && {
      view_filters: collection.filters.map(({ label, field, value }) => ({ label, field, pattern: value })),
    }),
    ...(collection.groups && { view_groups: [...collection.groups] }),
    fields: toWidgets(fields),
  };
}
