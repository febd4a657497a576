const reference = /^&#0*\d+;/u;

/**
 * The column (from 1) in a line of an entry file of what stands at `offset` in the same line of the body in
 * memory: the file has escapes (`\{`, `&#123;`) that the body has not, see content-schema/mdx-body.ts.
 */
export function toColumn(line: string, written: string, offset: number): number {
  let at = 0;
  for (let index = 0; index < offset && at < written.length; index++) {
    if (written[at] === line[index]) at += 1;
    else if (written[at] === '\\' && written[at + 1] === line[index]) at += 2;
    else at += reference.exec(written.slice(at))?.[0].length ?? 1;
  }
  return at + 1;
}
