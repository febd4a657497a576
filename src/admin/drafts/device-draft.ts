import { z } from 'zod';
import type { PersistOptions } from '../backend/persist.ts';

/** See backend/persist.ts. */
const optionsSchema = z.object({
  newEntry: z.boolean(),
  commitMessage: z.string(),
  collectionName: z.string(),
  useWorkflow: z.boolean(),
  unpublished: z.boolean(),
  base: z.string().exactOptional(),
}) satisfies z.ZodType<PersistOptions>;

/** A text that waits for a connection: what «Guardar» would have sent. */
const queuedSchema = z.object({
  /** The text of the file. */
  raw: z.string(),
  path: z.string(),
  slug: z.string(),
  options: optionsSchema,
});

/** An image that was chosen and is not on the server. Its bytes are kept beside the text, once. */
const fileSchema = z.object({ id: z.string(), name: z.string(), path: z.string() });

/** A text that is on this device and not on the server. */
const deviceDraftSchema = z.object({
  id: z.string(),
  /** Whose it is: nobody else who signs in here gets it offered. */
  login: z.string(),
  collection: z.string(),
  /** Undefined for a new entry. */
  slug: z.string().exactOptional(),
  title: z.string(),
  /** What the form holds. */
  values: z.record(z.string(), z.unknown()),
  /** The text of the file that the editor began with; a merge needs it. Undefined for a new entry. */
  base: z.string().exactOptional(),
  files: z.array(fileSchema),
  /** When it was last changed, in milliseconds. */
  at: z.number(),
  queued: queuedSchema.exactOptional(),
});

export type DeviceDraft = Readonly<z.output<typeof deviceDraftSchema>>;
export type DeviceFile = Readonly<z.output<typeof fileSchema>>;
export type QueuedSave = Readonly<z.output<typeof queuedSchema>>;

/** What the queue needs of Decap's options. Decap gives some of the others as undefined. */
export function toQueuedOptions(options: PersistOptions): QueuedSave['options'] {
  const { newEntry, commitMessage, collectionName, useWorkflow, unpublished, base } = options;
  const rest = base === undefined ? {} : { base };
  return { newEntry, commitMessage, collectionName, useWorkflow, unpublished, ...rest };
}

/** What of a store are texts, the newest first. What another version of the program left is not touched. */
export function toDeviceDrafts(stored: readonly unknown[], login: string): DeviceDraft[] {
  return stored
    .flatMap((item) => deviceDraftSchema.safeParse(item).data ?? [])
    .filter((draft) => draft.login === login)
    .toSorted((a, b) => b.at - a.at);
}

/** The same text without its place on the server, what it began with, or that it waits. */
export function omit(draft: DeviceDraft, ...keys: ('slug' | 'base' | 'queued')[]): DeviceDraft {
  const copy = { ...draft };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}
