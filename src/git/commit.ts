export interface Signature {
  name: string;
  email: string;
  /** ISO 8601 in UTC, to the second. */
  date: string;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

/** A raw commit object. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_git_commit_objects */
export function parseCommit(sha: string, content: Buffer): Commit {
  const text = content.toString('utf8');
  const headEnd = text.indexOf('\n\n');
  const head = headEnd < 0 ? text : text.slice(0, headEnd);
  const commit: Commit = {
    sha,
    tree: '',
    parents: [],
    author: unknownSignature,
    committer: unknownSignature,
    message: headEnd < 0 ? '' : text.slice(headEnd + 2).replace(/\n$/, ''),
  };
  for (const line of head.split('\n')) {
    const space = line.indexOf(' ');
    const value = line.slice(space + 1);
    switch (line.slice(0, space)) {
      case 'tree':
        commit.tree = value;
        break;
      case 'parent':
        commit.parents.push(value);
        break;
      case 'author':
        commit.author = parseSignature(value);
        break;
      case 'committer':
        commit.committer = parseSignature(value);
        break;
    }
  }
  return commit;
}

const unknownSignature: Signature = { name: '', email: '', date: '1970-01-01T00:00:00Z' };

function parseSignature(line: string): Signature {
  const match = /^(.*?) ?<([^>]*)> (-?\d+)/.exec(line);
  if (!match) return unknownSignature;
  const [, name = '', email = '', seconds = '0'] = match;
  return { name, email, date: toIsoSeconds(new Date(Number(seconds) * 1000)) };
}

/** 2026-01-31T12:00:00Z: the precision git keeps and GitHub answers. */
export function toIsoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
