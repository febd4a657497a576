import { collections, EntryError, parseEntry, splitEntry, type Values } from '../../content-schema/index.ts';

/** A post's file in two parts; the front matter is read when somebody asks. */
export interface PostText {
  readonly head: string;
  readonly body: string;
  /** When the post says that it was published, milliseconds. */
  readonly date: number;
  readonly readHead: () => Values;
}

/** As `serializeEntry` writes it. Reading all the front matter takes a hundred times as long. */
const dateLine = /^date: *(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#"'][^\n#]*))/mu;

/** Reads files of one post, whose front matter is mostly the same from version to version. */
export function createPostReader(): (source: string) => PostText | undefined {
  const heads = new Map<string, Values | undefined>();
  const readHead = (head: string): Values | undefined => {
    if (!heads.has(head)) heads.set(head, tryParse(head));
    return heads.get(head);
  };
  return (source) => {
    const parts = splitEntry(source);
    if (parts === undefined) return undefined;
    const { head } = parts;
    const found = dateLine.exec(head);
    const written = Date.parse((found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim());
    const date = Number.isNaN(written) ? Date.parse(String(readHead(head)?.['date'] ?? '')) : written;
    return Number.isNaN(date) ? undefined : { ...parts, date, readHead: () => readHead(head) ?? {} };
  };
}

/** Undefined where the file stops a build, so that readers went on seeing the version before. */
function tryParse(head: string): Values | undefined {
  try {
    return parseEntry(collections.posts, head, '').values;
  } catch (error) {
    if (error instanceof EntryError) return undefined;
    throw error;
  }
}
