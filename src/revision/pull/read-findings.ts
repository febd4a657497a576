import { z } from 'zod';
import type { FindingChanges } from '../../review/report/index.ts';

const findingSchema = z.looseObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  location: z.object({ file: z.string(), line: z.number(), column: z.number() }),
  field: z.string().exactOptional(),
  message: z.string(),
  hint: z.string(),
});

const findingsSchema = z.object({
  head: z.string(),
  new: z.array(findingSchema),
  fixed: z.array(findingSchema),
  remaining: z.array(findingSchema),
});

/**
 * What the automatic check found, as the newsroom's report has it for machines. The copy desk itself is too big for a
 * phone (190 KB).
 * @param report the comment of the newsroom
 * @returns undefined: there is none yet for this head
 */
export function readFindings(report: string | undefined, head: string): FindingChanges | undefined {
  const json = /<!-- gaceta:findings (?<json>.+?) -->/u.exec(report ?? '')?.groups?.['json'];
  if (json === undefined) return undefined;
  const found = findingsSchema.safeParse(parseOrUndefined(json)).data;
  return found?.head === head ? found : undefined;
}

function parseOrUndefined(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
