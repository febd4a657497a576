import { createPostReader } from './post-text.ts';
import { toRecord } from './to-record.ts';
import type { PostRecord, Step } from './types.ts';

/** A post with its versions, oldest first; without a source it was gone. */
export interface DrawTask {
  readonly versions: readonly { readonly step: Step; readonly source: string | undefined }[];
}

export interface Drawn {
  /** Undefined: nothing changed since it was published. */
  readonly record: PostRecord | undefined;
  /** When a version that waits for its date will be seen, milliseconds. */
  readonly next?: number;
}

/** Draws records at a moment (milliseconds), with the days of a time zone. */
export function createDrawing({
  now,
  timeZone,
}: {
  readonly now: number;
  readonly timeZone: string;
}): (task: DrawTask) => Drawn {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone });
  return ({ versions: sources }) => {
    const read = createPostReader();
    const versions = sources.flatMap(({ step, source }) => {
      const text = source === undefined ? undefined : read(source);
      // One that stopped the build: readers went on seeing the one before.
      return source !== undefined && text === undefined ? [] : [{ step, text }];
    });
    const record = toRecord({ versions, now, toDay: (time) => format.format(time) });
    const next = versions.at(-1)?.text?.date ?? 0;
    return { record, ...(next > now && { next }) };
  };
}
