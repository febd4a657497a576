import { mediaBranchPrefix } from '../../review/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import type { Desk } from './desk.ts';
import { isUpload } from './named-uploads.ts';
import type { DecapAsset } from './persist.ts';
import type { Repository } from './repository.ts';
import { requestChange } from './request-change.ts';

/** Asks to publish an upload that belongs to no entry. @returns its blob */
export async function addMedia(desk: Desk, asset: DecapAsset): Promise<string> {
  const path = asset.path.replace(/^\/+/u, '');
  const main = await desk.repository.readMain();
  const [sha, published] = await Promise.all([
    asset.toBase64().then((content) => desk.repository.writeBlob(content)),
    readUpload(desk.repository, main, path),
  ]);
  if (published !== undefined) throw new EditorError(messages.save.sameFile(path));
  await requestChange(desk, {
    kind: 'media-add',
    branch: toMediaBranch(path, sha),
    name: toName(path),
    lines: messages.request.mediaLines(path),
    main,
    tree: [{ path, sha }],
  });
  return sha;
}

/** Asks to delete a published upload. @throws EditorError when it is none */
export async function removeMedia(desk: Desk, path: string): Promise<void> {
  const main = await desk.repository.readMain();
  const sha = await readUpload(desk.repository, main, path);
  if (sha === undefined) throw new EditorError(messages.request.fileNotPublished);
  await requestChange(desk, {
    kind: 'media-remove',
    branch: toMediaBranch(`eliminar-${toName(path)}`, sha),
    name: toName(path),
    lines: messages.request.mediaLines(path),
    main,
    tree: [{ path, sha: null }],
  });
}

const toName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** https://git-scm.com/docs/git-check-ref-format */
const toMediaBranch = (path: string, sha: string): string =>
  `${mediaBranchPrefix}${toName(path)
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^\.|\.{2,}/gu, '-')}-${sha.slice(0, 8)}`;

async function readUpload(repository: Repository, main: string, path: string): Promise<string | undefined> {
  if (!isUpload(path)) throw new EditorError(messages.request.notMedia);
  const folder = path.slice(0, path.lastIndexOf('/'));
  return (await repository.listFolder(main, folder)).get(path);
}
