import type { Formatter } from 'decap-cms-core';
import {
  type Collection,
  EntryError,
  isFolder,
  parseEntry,
  serializeEntry,
  type Values,
} from '../../content-schema/index.ts';
import { messages } from './locale/messages.ts';

/** The key under which the values of a file that cannot be read keep its text, so that nothing is lost. */
const unreadableKey = ':unreadable';

interface Unreadable {
  readonly source: string;
  readonly reason: string;
}

/** Why these values are not those of the file: the file cannot be read. Undefined for all others. */
export function getUnreadable(values: Values): Unreadable | undefined {
  const value = values[unreadableKey];
  if (typeof value !== 'object' || value === null) return undefined;
  return value as Unreadable;
}

/**
 * How Decap reads and writes the files of a collection. Reading never throws: Decap would show an empty form
 * and the next save would destroy the file. A file that cannot be read becomes values that say so in the
 * first field, show the whole source in the body and are written back as they came; see pre-save.ts, which
 * refuses to save them.
 */
export function toFormatter(collection: Collection): Formatter {
  return {
    fromFile(source) {
      try {
        return parseEntry(collection, source, collection.label).values;
      } catch (error) {
        if (!(error instanceof EntryError)) throw error;
        return toUnreadable(collection, source, error);
      }
    },
    toFile(data) {
      const values = data as Values;
      return getUnreadable(values)?.source ?? serializeEntry(collection, values);
    },
  };
}

function toUnreadable(collection: Collection, source: string, { findings }: EntryError): Values {
  const [finding] = findings;
  const reason =
    finding === undefined ? '' : messages.unreadable.reason(finding.location.line, finding.message);
  const [firstField] = isFolder(collection) ? [collection.identifier] : Object.keys(collection.fields);
  return {
    ...(firstField === undefined ? {} : { [firstField]: messages.unreadable.title }),
    ...('body' in collection.fields ? { body: source } : {}),
    [unreadableKey]: { source, reason } satisfies Unreadable,
  };
}
