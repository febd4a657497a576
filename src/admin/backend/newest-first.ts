/** Files whose names begin with a date, the newest first. */
export function newestFirst<F extends { readonly path: string }>(files: readonly F[]): F[] {
  return files.toSorted((a, b) => (a.path < b.path ? 1 : a.path > b.path ? -1 : 0));
}
