import { z } from 'zod';

/** What pages need to know of an uploaded document. Size in bytes. */
export const documentSchema = z.object({ sha: z.string(), name: z.string(), size: z.number() });

export const toDocument = (
  sitePath: string,
  sha: string,
  content: Buffer,
): z.output<typeof documentSchema> => ({
  sha,
  name: sitePath.slice(sitePath.lastIndexOf('/') + 1),
  size: content.length,
});
