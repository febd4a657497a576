import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import type { Values } from '../../content-schema/index.ts';

/** The values in the form as Decap keeps them: another object after every change. */
export const getDraftData = (): unknown => store.getState().entryDraft.getIn(['entry', 'data']);

/** Puts other values into the form, which is drawn anew. patches.ts gives Decap the action. */
export function replaceDraftData(values: Values): void {
  store.dispatch({ type: 'GACETA_DRAFT_REPLACE', payload: values });
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
