import type { Commit, FileChange } from '../../git/index.ts';
import { bot, commitEmail } from '../types.ts';
import type { Urls } from './urls.ts';
import { nodeId } from './urls.ts';
import { simpleUser } from './user.ts';

const unsigned = { verified: false, reason: 'unsigned', payload: null, signature: null, verified_at: null };

/** A commit with its place in the repository (`commit`), as lists and comparisons answer it. */
export function commitView(urls: Urls, commit: Commit, logins: ReadonlySet<string>): Record<string, unknown> {
  const url = `${urls.repo}/commits/${commit.sha}`;
  return {
    url,
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    html_url: urls.commitPage(commit.sha),
    comments_url: `${url}/comments`,
    commit: {
      url: `${urls.repo}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${urls.repo}/git/trees/${commit.tree}` },
      verification: unsigned,
    },
    author: accountOf(urls, commit.author.email, logins),
    committer: accountOf(urls, commit.committer.email, logins),
    parents: commit.parents.map((sha) => parentView(urls, sha, 'commits')),
  };
}

/** The bare object (`git-commit`). */
export function gitCommitView(urls: Urls, commit: Commit): Record<string, unknown> {
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${urls.repo}/git/commits/${commit.sha}`,
    html_url: urls.commitPage(commit.sha),
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${urls.repo}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => parentView(urls, sha, 'git/commits')),
    verification: unsigned,
  };
}

/** A changed file (`diff-entry`). `patch` is absent for binary files: Decap tells them apart by that. */
export function fileView(urls: Urls, file: FileChange, at: string): Record<string, unknown> {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const contents = `${urls.repo}/contents/${path}?ref=${at}`;
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: contents,
    raw_url: contents,
    contents_url: contents,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}

function parentView(urls: Urls, sha: string, kind: string): Record<string, unknown> {
  return { sha, url: `${urls.repo}/${kind}/${sha}`, html_url: urls.commitPage(sha) };
}

/** Accounts are known by the address the forge commits with. */
function accountOf(urls: Urls, email: string, logins: ReadonlySet<string>): Record<string, unknown> | null {
  const login = email.slice(0, email.indexOf('@'));
  const known = email === commitEmail({ login }) && (logins.has(login) || login === bot.login);
  return known ? simpleUser(urls, login) : null;
}
