import { z } from 'zod';
import { type CollectionName, collections } from '../../content-schema/index.ts';
import { messages } from './messages.ts';

/** What is asked for cannot be shown; the message says why, in Spanish. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** An image as a browser may be told to load it: nothing that runs, nothing of other schemes. */
const address = z
  .string()
  .regex(/^(?:blob:|data:image\/|https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/]|\/(?!\/))/u);

const size = z.number().int().positive().optional();

/** An upload as the page shall show it. What is not known of it may be left out. */
const assetSchema = z.object({
  url: address,
  width: size,
  height: size,
  /** Does anything show through it? */
  alpha: z.boolean().optional(),
  animated: z.boolean().optional(),
  /** What stands there until it is loaded, as the loader reads it. */
  colors: z.string().optional(),
  /** Of a document, in bytes. */
  size: z.number().optional(),
});

/** An upload that readers of the published site get, as src/pages/admin/preview.json.ts names it. */
const publishedSchema = z.object({
  sha: z.string().regex(/^[0-9a-f]{40,64}$/u),
  width: z.number(),
  height: z.number(),
  alpha: z.boolean(),
  animated: z.boolean().optional(),
  colors: z.string().optional(),
});

const { site, authors } = collections;

/** What pages show of the rest of the site: `/admin/preview.json` of what is published. */
const contextSchema = z.object({
  site: site.schema,
  authors: z.array(z.object({ id: z.string(), data: authors.schema })),
  topics: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Portraits and the logo, by site path. */
  images: z.record(z.string(), publishedSchema),
});

export type PreviewContext = z.output<typeof contextSchema>;

const names = Object.keys(collections) as [CollectionName, ...CollectionName[]];

const cardRequestSchema = z.object({
  collection: z.enum(names),
  /** The slug; that of a new entry is of no account. */
  id: z.string().max(500),
  /** By field key, `body` among them. Half of them may be missing or wrong. */
  values: z.record(z.string(), z.unknown()),
  context: contextSchema,
});

const pageRequestSchema = cardRequestSchema.extend({
  /** By the site paths that the values name. */
  assets: z.record(z.string(), assetSchema).default({}),
  /** Default: as the device of the reader has it. */
  theme: z.enum(['light', 'dark']).optional(),
  /** Names the fields and lines that elements come from. */
  marks: z.boolean().default(false),
  /** The page stands in a frame: its links lead nowhere. */
  framed: z.boolean().default(true),
  /** Stands above the page. */
  notice: z.string().max(1000).optional(),
});

/** What a card is drawn from. */
export type CardRequest = z.output<typeof cardRequestSchema>;
export type CardInput = z.input<typeof cardRequestSchema>;

/** What a page is rendered from: the entry, and all that its page shows besides. */
export type PageRequest = z.output<typeof pageRequestSchema>;
export type PageInput = z.input<typeof pageRequestSchema>;

/** @throws RequestError */
export const parsePageRequest = (input: unknown): PageRequest => parse(pageRequestSchema, input);

/** @throws RequestError */
export const parseCardRequest = (input: unknown): CardRequest => parse(cardRequestSchema, input);

function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const place = result.error.issues[0]?.path.join('.') ?? '';
  throw new RequestError(place.startsWith('context') ? messages.staleContext : messages.wrong(place));
}
