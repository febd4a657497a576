import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { type Collection, collections, type Values } from '../../content-schema/index.ts';

/** The values in the form as Decap keeps them: another object after every change. */
export const getDraftData = (): unknown => store.getState().entryDraft.getIn(['entry', 'data']);

/** What `getDraftData` gave, as plain values. */
export const toDraftValues = (data: unknown): Values =>
  typeof data === 'object' && data !== null && 'toJS' in data ? (data as { toJS(): Values }).toJS() : {};

/** Calls back after every change in the form. @returns what ends that */
export const onDraftChange = (callback: () => void): (() => void) => store.subscribe(callback);

/** The collection of the entry in the form. */
export function getDraftCollection(): Collection | undefined {
  const name = store.getState().entryDraft.getIn(['entry', 'collection']);
  return Object.values(collections).find((collection) => collection.name === name);
}

/** Puts other values into the form, which is drawn anew. patches.ts gives Decap the action. */
export function replaceDraftData(values: Values): void {
  store.dispatch({ type: 'GACETA_DRAFT_REPLACE', payload: values });
}

/** The text of the file that was opened in the form, as the server had it; undefined for a new entry. */
export function getDraftBase(): string | undefined {
  const entry = (path: string): unknown => store.getState().entryDraft.getIn(['entry', path]);
  const raw = entry('raw');
  return entry('newRecord') !== true && typeof raw === 'string' && raw !== '' ? raw : undefined;
}

/** The file of the entry in the form; undefined for a new entry, and without a form. */
export function getDraftPath(): string | undefined {
  const path = store.getState().entryDraft.getIn(['entry', 'path']);
  return typeof path === 'string' && path !== '' ? path : undefined;
}

/** From now on the form holds changes to this text. patches.ts gives Decap the action. */
export function setDraftBase(source: string): void {
  store.dispatch({ type: 'GACETA_DRAFT_BASE', payload: source });
}

/** Says below the label of a field what is wrong with it, as Decap's own checks do. @param id of its control */
export function setFieldErrors(id: string, messages: readonly string[]): void {
  const errors = messages.map((message) => ({ type: 'CUSTOM', message }));
  store.dispatch({ type: 'DRAFT_VALIDATION_ERRORS', payload: { uniquefieldId: id, errors } });
}

/** Calls back once, as soon as a value in the form changes or another form opens. */
export function onceDraftChanges(callback: () => void): void {
  const data = getDraftData();
  const stop = store.subscribe(() => {
    if (getDraftData() === data) return;
    stop();
    callback();
  });
}

/** Calls back when another entry is opened, or none. A new entry that is stored gets its address then. */
export function onEntryChange(callback: () => void): void {
  addEventListener('hashchange', ({ oldURL, newURL }) => {
    const isStored = oldURL.endsWith('/new') && newURL.startsWith(oldURL.replace(/new$/u, 'entries/'));
    if (!isStored) callback();
  });
}
