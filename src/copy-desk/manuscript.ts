import type { Root } from 'mdast';
import type { Collection, Values } from '../../content-schema/index.ts';
import { parseBody } from './body.ts';
import type { ValuePath } from './rule.ts';

/** A text value of an entry and where it stands. */
export interface TextValue {
  readonly path: ValuePath;
  readonly text: string;
}

/** An entry as rules see it. */
export interface Manuscript {
  readonly collection: Collection;
  /** Repository path of its file. */
  readonly file: string;
  /** As parseEntry gives them: not checked against the schema, the body Markdown in memory. */
  readonly values: Values;
  /** Every text value, nested ones and the body included. */
  readonly texts: readonly TextValue[];
  /** The body value, '' where there is none. */
  readonly body: string;
  /** Its syntax tree, parsed when it is first asked for. */
  readonly tree: Root;
}

/** Prepares the values of an entry for the rules. */
export function toManuscript(collection: Collection, values: Values, file: string): Manuscript {
  const body = typeof values['body'] === 'string' ? values['body'] : '';
  let tree: Root | undefined;
  return {
    collection,
    file,
    values,
    texts: [...findTexts(values, [])],
    body,
    get tree() {
      tree ??= parseBody(body);
      return tree;
    },
  };
}

function* findTexts(value: unknown, path: ValuePath): Generator<TextValue> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* findTexts(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* findTexts(item, [...path, key]);
  }
}
