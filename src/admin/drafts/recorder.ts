import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { getDraftBase } from '../draft.ts';
import type { DeviceDraft, DeviceFile, QueuedSave } from './device-draft.ts';
import { putDraft, putFile, removeDraft } from './device-store.ts';
import { type FormFile, type FormState, readForm, readLogin } from './form.ts';
import { holdDraft } from './tab-lock.ts';
import { toDraftTitle } from './title.ts';

/** How long a change may be in the form alone, in milliseconds. */
const interval = 3_000;

/** What somebody does before a form changes by their hand. */
const handEvents = ['pointerdown', 'keydown', 'beforeinput', 'input', 'drop'] as const;

/** A form and the copy of its text on this device. */
export interface Recording {
  state: FormState;
  readonly login: string;
  /** Undefined for a new entry. */
  slug: string | undefined;
  /** What the server has: the values, and the text of the file. */
  stored: { readonly data: FormState['data']; readonly base: string | undefined };
  /** Files of the form that are on the server, and those that have a copy here. */
  readonly known: Set<string>;
  readonly kept: Map<string, DeviceFile>;
  /** Until somebody touches the form, what changes in it are the widgets, which fill in today's date. */
  isTouched: boolean;
  /** The copy, once there is one. */
  draftId: string | undefined;
  queued: QueuedSave | undefined;
  changedAt: number;
  release: () => Promise<void>;
}

interface Hooks {
  /** Another form opened, or none is open now. */
  opens(): void;
  /** The text of a form that was left can be offered. */
  closed(): void;
  /** The browser keeps nothing. */
  fails(error: unknown): void;
}

let hooks: Hooks = { opens: () => undefined, closed: () => undefined, fails: () => undefined };
let current: Recording | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let writing = Promise.resolve();

/** The form that is open, and its copy if there is one. */
export const getRecording = (): Recording | undefined => current;

/**
 * Keeps what is in the form on this device, every few seconds while it changes, and at once when the page goes
 * away or the form closes.
 */
export function startRecording(callbacks: Hooks): void {
  hooks = callbacks;
  store.subscribe(watch);
  for (const type of handEvents) addEventListener(type, touch, { capture: true });
  addEventListener('pagehide', () => void keepNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keepNow();
  });
}

function touch({ target }: Event): void {
  const isOurs = target instanceof Element && target.closest('.gaceta-dock') !== null;
  if (current !== undefined && !isOurs) current.isTouched = true;
}

function watch(): void {
  const state = readForm();
  if (state?.form !== current?.state.form) {
    changeForm(state);
    return;
  }
  if (state === undefined || current === undefined) return;
  const hasChanged = state.data !== current.state.data || state.files !== current.state.files;
  current.state = state;
  if (!current.isTouched) current.stored = { ...current.stored, data: state.data };
  else if (hasChanged) {
    current.changedAt = Date.now();
    timer ??= setTimeout(() => void keepNow(), interval);
  }
}

function changeForm(state: FormState | undefined): void {
  const closed = current;
  void keepNow()
    .then(() => closed?.release())
    .then(() => {
      hooks.closed();
    });
  const login = readLogin();
  current = state && login !== undefined ? startForm(state, login) : undefined;
  hooks.opens();
}

const startForm = (state: FormState, login: string): Recording => ({
  state,
  login,
  slug: state.slug,
  stored: { data: state.data, base: getDraftBase() },
  known: new Set([...state.files].map((file) => file.get('id') ?? '')),
  kept: new Map(),
  isTouched: false,
  draftId: undefined,
  queued: undefined,
  changedAt: Date.now(),
  release: () => Promise.resolve(),
});

/** Goes on with a copy that was recovered into the form. */
export function adopt(recording: Recording, draft: DeviceDraft): void {
  void recording.release();
  recording.draftId = draft.id;
  recording.queued = draft.queued;
  recording.changedAt = draft.at;
  recording.isTouched = true;
  recording.stored = { ...recording.stored, base: draft.base };
  for (const file of draft.files) recording.kept.set(file.id, file);
  recording.release = holdDraft(draft.id);
}

/**
 * The server has the values `data` and the text `base`: what is newer stays unsaved, as a change to that text.
 * @returns the copy that goes on, if there is something newer
 */
export async function settle(
  recording: Recording,
  saved: { readonly slug: string; readonly base: string; readonly data: FormState['data'] | undefined },
): Promise<DeviceDraft['id'] | undefined> {
  recording.stored = { data: saved.data ?? recording.stored.data, base: saved.base };
  recording.slug = saved.slug;
  recording.queued = undefined;
  for (const id of recording.kept.keys()) recording.known.add(id);
  await keepNow(recording);
  return recording.draftId;
}

/** Writes what the form holds to this device, or forgets the copy of what the server has. Never fails. */
export function keepNow(recording = current): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (recording !== undefined) {
    // One after the other: an older text never comes after a newer one.
    writing = writing.then(() => keep(recording)).catch(hooks.fails);
  }
  return writing;
}

async function keep(recording: Recording): Promise<void> {
  const { state, stored, known, queued } = recording;
  const files = [...state.files].filter((file) => file.get('draft') && !known.has(file.get('id') ?? ''));
  const isUnsaved = recording.isTouched && (!state.data.equals(stored.data) || files.length > 0);
  if (!isUnsaved && queued === undefined) return forget(recording);
  if (recording.draftId === undefined) {
    recording.draftId = crypto.randomUUID();
    recording.release = holdDraft(recording.draftId);
  }
  const id = recording.draftId;
  for (const file of files) await keepFile(recording, id, file);
  const kept = files.flatMap((file) => recording.kept.get(file.get('id') ?? '') ?? []);
  await putDraft(toDraft(recording, id, kept));
}

async function forget(recording: Recording): Promise<void> {
  const { draftId, release } = recording;
  if (draftId === undefined) return;
  recording.draftId = undefined;
  recording.kept.clear();
  await removeDraft(draftId);
  await release();
}

async function keepFile({ kept }: Recording, draftId: string, file: FormFile): Promise<void> {
  const [id, content] = [file.get('id'), file.get('file')];
  if (id === undefined || content === undefined || kept.has(id)) return;
  await putFile(draftId, id, content);
  kept.set(id, { id, name: file.get('name') ?? '', path: file.get('path') ?? '' });
}

function toDraft(
  { state, login, slug, stored, queued, changedAt }: Recording,
  id: string,
  files: DeviceFile[],
): DeviceDraft {
  const values = state.data.toJS();
  return {
    id,
    login,
    collection: state.collection,
    ...(slug === undefined ? {} : { slug }),
    title: toDraftTitle(state.collection, values),
    values,
    ...(stored.base === undefined ? {} : { base: stored.base }),
    files,
    at: changedAt,
    ...(queued === undefined ? {} : { queued }),
  };
}
