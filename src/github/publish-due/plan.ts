import { collections, EntryError, parseEntry, toEntryId } from '../../../content-schema/index.ts';
import { toPlannedMoment } from '../../review/index.ts';
import type { GitHub } from '../client.ts';
import { commitSchema, fileSchema, type Pull } from './answers.ts';
import { z } from 'zod';

const dated = Object.values(collections).filter(({ fields }) => 'date' in fields);

/**
 * The moment at which a pull request is to be published by itself: the last one that its entries are dated at.
 * Undefined: nothing in it was planned.
 */
export async function findPlan(github: GitHub, { number, head }: Pull): Promise<Date | undefined> {
  const files = await github.list(`/pulls/${String(number)}/files?per_page=100`, z.array(fileSchema));
  const entries = files.flatMap(({ filename, status }) => {
    const collection = dated.find((one) => toEntryId(one, filename) !== undefined);
    return collection === undefined || status === 'removed' ? [] : [{ collection, filename }];
  });
  if (entries.length === 0) return undefined;
  const { commit } = await github.request('GET', `/commits/${head.sha}`, commitSchema);
  let plan: Date | undefined;
  for (const { collection, filename } of entries) {
    const source = await github.readText(filename, head.sha);
    const moment = toPlannedMoment(readDate(collection, source, filename), commit.committer.date);
    if (moment !== undefined && (plan === undefined || moment > plan)) plan = moment;
  }
  return plan;
}

/** The date that an entry says; undefined where its form is wrong, which the check tells its author. */
function readDate(collection: (typeof dated)[number], source: string, filename: string): unknown {
  try {
    return parseEntry(collection, source, filename).values['date'];
  } catch (error) {
    if (error instanceof EntryError) return undefined;
    throw error;
  }
}
