import { measureUpload } from '../checks/upload.ts';
import type { Repository } from '../git/index.ts';
import type { MediaChange, MediaFacts } from '../review/report/index.ts';
import { type ChangedFile, type CommittedFile, pathOf } from './changed-files.ts';

/** What became of uploaded files, with their size and, of pictures, their pixels as people see them (upright). */
export async function measureMedia(
  repository: Repository,
  files: readonly ChangedFile[],
): Promise<MediaChange[]> {
  const media: MediaChange[] = [];
  // One after the other: an original may have 90 MB.
  for (const file of files) {
    const { before, after } = file;
    const isMoved = before !== undefined && after !== undefined && before.path !== after.path;
    media.push({
      path: pathOf(file),
      ...(isMoved ? { previousPath: before.path } : {}),
      kind: isMoved
        ? 'renamed'
        : before === undefined
          ? 'added'
          : after === undefined
            ? 'removed'
            : 'changed',
      ...(before && { before: await measure(repository, before) }),
      ...(after && { after: await measure(repository, after) }),
    });
  }
  return media;
}

async function measure(repository: Repository, { sha }: CommittedFile): Promise<MediaFacts> {
  const { bytes, width, height } = await measureUpload(await repository.readBlob(sha));
  return { bytes, ...(width !== undefined && height !== undefined ? { width, height } : {}) };
}
