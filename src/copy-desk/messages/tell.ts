/** A sentence about `count` things: one for 1, one for more. */
export const tell =
  (one: string, many: (count: string) => string) =>
  (count: number): string =>
    count === 1 ? one : many(String(count));
