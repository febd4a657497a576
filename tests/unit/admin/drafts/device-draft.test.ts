import { describe, expect, it } from 'vitest';
import {
  type DeviceDraft,
  omit,
  toDeviceDrafts,
  toQueuedOptions,
} from '../../../../src/admin/drafts/device-draft.ts';

const draft = (id: string, changes: Partial<DeviceDraft> = {}): DeviceDraft => ({
  id,
  login: 'ana',
  collection: 'posts',
  title: 'Una nota',
  values: { title: 'Una nota' },
  files: [],
  at: 1,
  ...changes,
});

const options = {
  newEntry: true,
  commitMessage: 'Crear',
  collectionName: 'posts',
  useWorkflow: true,
  unpublished: false,
};

describe('texts on a device', () => {
  it('are offered to whom they belong, the newest first', () => {
    const stored = [draft('old'), draft('foreign', { login: 'beto', at: 3 }), draft('new', { at: 2 })];
    expect(toDeviceDrafts(stored, 'ana').map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('that another version of the program wrote differently are left alone', () => {
    const incomplete = { ...draft('incomplete'), title: undefined };
    expect(toDeviceDrafts([incomplete, undefined, 'text', draft('whole')], 'ana')).toEqual([draft('whole')]);
  });

  it('keep values of every kind, and images by name', () => {
    const values = { tags: ['agua'], draft: true, corrections: [{ date: '2026-01-02', text: 'Era otra.' }] };
    const files = [{ id: 'a', name: 'colina.jpg', path: 'src/assets/images/posts/colina.jpg' }];
    expect(toDeviceDrafts([draft('whole', { values, files })], 'ana')).toEqual([
      draft('whole', { values, files }),
    ]);
  });

  it('that no longer wait are the same texts', () => {
    const queued = { raw: 'texto', path: 'src/content/posts/x.mdx', slug: 'x', options };
    const waiting = draft('waiting', { queued });
    expect(omit(waiting, 'queued')).toEqual(draft('waiting'));
    expect(waiting.queued).toBe(queued);
  });
});

describe('options of a save that waits', () => {
  it('can be read again, whatever else Decap gives', () => {
    const given = { ...options, base: 'antes', hasSubfolders: true, status: undefined };
    const queued = { raw: '', path: '', slug: '', options: toQueuedOptions(given as typeof options) };
    expect(queued.options).toEqual({ ...options, base: 'antes' });
    expect(toDeviceDrafts([draft('a', { queued })], 'ana')).toHaveLength(1);
  });
});
