import { z } from 'zod';

/** What the builder asks of its process: build a commit; write findings of wrong entries into a file. */
export const requestSchema = z.object({ commit: z.string(), report: z.string() });
export type BuildRequest = z.output<typeof requestSchema>;

/** What the process answers: why the build failed, if it did, and its resident memory in bytes. */
export const answerSchema = z.object({ error: z.string().optional(), memory: z.number() });
export type BuildAnswer = z.output<typeof answerSchema>;
