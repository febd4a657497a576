import { createAssetProxy } from 'decap-cms-core/dist/esm/valueObjects/AssetProxy.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import type { Values } from '../../../content-schema/index.ts';
import { messages } from '../locale/messages.ts';

/** The values of a form: another object after every change. */
export interface FormData {
  toJS(): Values;
  equals(other: unknown): boolean;
}

/** A file of a form, as Decap has it in its state. */
export interface FormFile {
  get(key: 'id' | 'name' | 'path' | 'url'): string | undefined;
  get(key: 'file'): File | undefined;
  get(key: 'draft'): boolean | undefined;
}

/** What Decap's state says of the form that is open. patches-drafts.ts gives each form an id. */
export interface FormState {
  readonly form: string;
  readonly collection: string;
  /** Undefined for a new entry. */
  readonly slug: string | undefined;
  readonly data: FormData;
  readonly files: Iterable<FormFile>;
}

/** The form that is open. */
export function readForm(): FormState | undefined {
  const draft = store.getState().entryDraft;
  const form = draft.get('form');
  if (typeof form !== 'string') return undefined;
  return {
    form,
    collection: String(draft.getIn(['entry', 'collection'])),
    slug: draft.getIn(['entry', 'newRecord']) === true ? undefined : String(draft.getIn(['entry', 'slug'])),
    data: draft.getIn(['entry', 'data']) as FormData,
    files: (draft.getIn(['entry', 'mediaFiles']) ?? []) as Iterable<FormFile>,
  };
}

/** The values that the last save sent: repairs come before it, and what was merged after it. */
export const readSent = (): FormData | undefined =>
  store.getState().entryDraft.get('sent') as FormData | undefined;

/** The text that the form is a change to, also of an entry that is new. */
export const readBase = (): unknown => store.getState().entryDraft.getIn(['entry', 'raw']);

/** Who is signed in. */
export const readLogin = (): string | undefined => store.getState().auth.user?.login;

/** Puts a text that was kept, what it began with and its images into the form. */
export function fillForm(
  values: Values,
  base: string | undefined,
  files: readonly { readonly id: string; readonly path: string; readonly file: File }[],
): void {
  const mediaFiles = files.map(({ id, path, file }) => {
    const asset = createAssetProxy({ path, file });
    store.dispatch({ type: 'ADD_ASSETS', payload: [asset] });
    const { name, size } = file;
    return { id, path, file, name, size, url: asset.url, displayURL: asset.url, draft: true };
  });
  store.dispatch({ type: 'GACETA_DRAFT_RECOVER', payload: { values, base, mediaFiles } });
}

/** The entry of the address, when the server says that it is not there (any more). */
export function readLostEntry(): { readonly collection: string; readonly slug: string } | undefined {
  const [, collection, slug] = /^#\/collections\/([^/]+)\/entries\/([^?]+)/u.exec(location.hash) ?? [];
  if (collection === undefined || slug === undefined) return undefined;
  const error = store.getState().entries.getIn(['entities', `${collection}.${slug}`, 'error']);
  return error === messages.failure['not-found']() ? { collection, slug } : undefined;
}
