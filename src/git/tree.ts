export interface TreeEntry {
  /** Relative to the tree that was listed, with `/` between names. */
  path: string;
  /** Six octal digits as git prints them: 100644, 040000… */
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Bytes; only of blobs, and only when they were asked for. */
  size?: number;
}

/** Entries of a raw tree object. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_tree_objects */
export function parseTree(content: Buffer, shaBytes = 20): TreeEntry[] {
  const entries: TreeEntry[] = [];
  let offset = 0;
  while (offset < content.length) {
    const space = content.indexOf(32, offset);
    const end = content.indexOf(0, space);
    const mode = content.toString('latin1', offset, space).padStart(6, '0');
    const path = content.toString('utf8', space + 1, end);
    const sha = content.toString('hex', end + 1, end + 1 + shaBytes);
    entries.push({ path, mode, type: typeOfMode(mode), sha });
    offset = end + 1 + shaBytes;
  }
  return entries;
}

function typeOfMode(mode: string): TreeEntry['type'] {
  if (mode === '040000') return 'tree';
  return mode === '160000' ? 'commit' : 'blob';
}
