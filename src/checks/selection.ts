import path from 'node:path';
import { openRepository, type SourceFile } from '../git/index.ts';
import type { Content } from './content.ts';
import { UsageError } from './usage-error.ts';

/**
 * The files that some paths mean: files, or folders with all that is in them.
 * @param paths absolute, or relative to the content repository or to the current folder
 * @throws UsageError when a path means nothing
 */
export function selectPaths(content: Content, dir: string, paths: readonly string[]): Set<string> {
  const files = [...content.entries, ...content.others].map((file) => file.path);
  const selected = new Set<string>();
  for (const given of paths) {
    const wanted = [path.resolve(dir, given), path.resolve(given)].map((absolute) =>
      path.relative(dir, absolute).split(path.sep).join('/').normalize('NFC'),
    );
    const isMeant = (file: string): boolean =>
      wanted.some((one) => one === '' || file === one || file.startsWith(`${one}/`));
    const found = files.filter((file) => isMeant(file.normalize('NFC')));
    if (found.length === 0) {
      throw new UsageError(`There is no content at ${given}. Name entry files or folders of ${dir}.`);
    }
    for (const file of found) selected.add(file);
  }
  return selected;
}

/**
 * The files that are not what they were where a revision and the present branch parted. The work tree counts:
 * what is not committed yet has changed, too.
 * @param revision of `content`; default: HEAD of a work tree, main of a bare repository
 * @throws UsageError when there is no such revision, or nothing in common with it
 */
export async function selectChanged(
  content: Content,
  dir: string,
  base: string,
  revision = content.isWorkTree ? 'HEAD' : 'refs/heads/main',
): Promise<Set<string>> {
  const repository = await openRepository(dir, { needsMain: false });
  try {
    const [head, other] = await Promise.all(
      [revision, base].map((name) => repository.resolve(`${name}^{commit}`)),
    );
    if (head === undefined) throw new UsageError(`${dir} has no commit yet.`);
    if (other === undefined) throw new UsageError(`There is no commit ${base} in ${dir}.`);
    const parted = await repository.mergeBase(head, other);
    if (parted === undefined) {
      throw new UsageError(
        `HEAD and ${base} have no commit in common. Is the clone shallow? Fetch more history.`,
      );
    }
    const folder = 'src/content';
    const tree = await repository.listTree(parted, folder, { recursive: true });
    const before = new Map(tree.map((entry) => [`${folder}/${entry.path}`, entry.sha]));
    const isChanged = (file: SourceFile): boolean => before.get(file.path) !== file.sha;
    return new Set([...content.entries, ...content.others].filter(isChanged).map((file) => file.path));
  } finally {
    await repository.close();
  }
}
