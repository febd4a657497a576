import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, YAMLError } from 'yaml';
import { z } from 'zod';

const schema = z.looseObject({
  media_folder: z.string().optional(),
  public_folder: z.string().optional(),
  site_url: z.string().optional(),
  display_url: z.string().optional(),
  collections: z
    .array(
      z.looseObject({
        name: z.string(),
        folder: z.string().optional(),
        media_folder: z.string().optional(),
        public_folder: z.string().optional(),
      }),
    )
    .default([]),
});

/** What the old site's Decap configuration says that an import needs. */
export interface DecapConfig {
  /** Folders of collections, from the root of the old repository, and what Decap calls them. */
  readonly collections: readonly { readonly name: string; readonly folder: string }[];
  /** How texts name uploads and where they lie: `/uploads` → `public/uploads`. */
  readonly media: readonly { readonly publicFolder: string; readonly folder: string }[];
  /** Addresses of the old site. */
  readonly urls: readonly string[];
}

/** The configuration cannot be read; the message says which file and why. */
export class DecapConfigError extends Error {
  override readonly name = 'DecapConfigError';
}

/** Reads the text of a config.yml. @throws DecapConfigError */
export function parseDecapConfig(text: string, file: string): DecapConfig {
  let data: unknown;
  try {
    data = parse(text, { logLevel: 'error' });
  } catch (cause) {
    if (!(cause instanceof YAMLError)) throw cause;
    throw new DecapConfigError(`${file} is no YAML: ${cause.message}`, { cause });
  }
  const result = schema.safeParse(data);
  if (!result.success)
    throw new DecapConfigError(`${file} is no Decap configuration: ${z.prettifyError(result.error)}`);
  const { collections, site_url, display_url, ...all } = result.data;
  const media = [all, ...collections].flatMap(({ media_folder, public_folder }) =>
    media_folder === undefined
      ? []
      : [{ folder: trim(media_folder), publicFolder: trim(public_folder ?? media_folder) }],
  );
  return {
    collections: collections.flatMap(({ name, folder }) =>
      folder === undefined ? [] : [{ name, folder: trim(folder) }],
    ),
    media,
    urls: [site_url, display_url].filter((url) => url !== undefined && URL.canParse(url)) as string[],
  };
}

const trim = (folder: string): string => folder.replace(/^(?:\.?\/)+|\/+$/gu, '').normalize('NFC');

/** The config.yml in a folder of old documents, in the one above, or in the folder admin of either; and its text. */
export async function findDecapConfig(folder: string): Promise<DecapConfig | undefined> {
  const above = path.dirname(folder);
  const places = [folder, above].flatMap((place) =>
    ['', 'admin', 'public/admin', 'static/admin'].map((sub) => path.join(place, sub, 'config.yml')),
  );
  const file = places.find((place) => existsSync(place));
  return file === undefined ? undefined : parseDecapConfig(await readFile(file, 'utf8'), file);
}
