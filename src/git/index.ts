export { toBlobSha } from './blob-sha.ts';
export type { Commit } from './commit.ts';
export { toIsoSeconds } from './commit.ts';
export type { FileChange } from './diff.ts';
export { fetchMain } from './fetch-main.ts';
export { fetchPull, toPullRef } from './fetch-pull.ts';
export { BoundedCache } from './bounded-cache.ts';
export { GitError, RefConflictError } from './git-error.ts';
export { History } from './history.ts';
export { listRemote, type RemoteRefs } from './list-remote.ts';
export {
  type CommitAuthor,
  type MainStep,
  readAuthors,
  readMainSteps,
  type StepChange,
} from './main-steps.ts';
export { clearOwnLocks, clearRefLocks } from './locks.ts';
export { isRefName } from './refs.ts';
export type { RefUpdate } from './refs.ts';
export { openRepository } from './repository.ts';
export type { Repository } from './repository.ts';
export { type ContentSource, openCommit, openWorkTree, type SourceFile } from './source.ts';
export type { TreeEntry } from './tree.ts';
export type { TreeChange } from './tree-writer.ts';
export { checkWorkTrees, findWorkTrees, updateWorkTrees } from './work-tree.ts';
