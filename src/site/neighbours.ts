export interface Neighbours<P> {
  readonly newer: P | undefined;
  readonly older: P | undefined;
}

/** The posts before and after each, by id. @param published newest first */
export const toNeighbours = <P extends { readonly id: string }>(
  published: readonly P[],
): ReadonlyMap<string, Neighbours<P>> =>
  new Map(
    published.map((post, index) => [post.id, { newer: published[index - 1], older: published[index + 1] }]),
  );
