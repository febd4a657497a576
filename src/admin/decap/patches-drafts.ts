import type { Patch } from './patch.ts';

const reducer = 'decap-cms-core/dist/esm/reducers/entryDraft.js';
const editor = 'decap-cms-core/dist/esm/components/Editor/Editor.js';

/** Drafts on this device and signing in again: src/admin/drafts takes the place of Decap's own backups. */
export const draftPatches: readonly Patch[] = [
  // Decap's backup is offered once, by a question of the browser, and lost with the answer.
  {
    module: editor,
    from: 'retrieveLocalBackup(collection, slug);\n    if (newEntry) {',
    to: 'if (newEntry) {',
  },
  {
    module: editor,
    from: "this.createBackup(this.props.entryDraft.get('entry'), this.props.collection);",
    to: '',
  },
  // The id of a form: drafts/form.ts sees by it that another one was opened.
  {
    module: reducer,
    from: "state.set('key', crypto.randomUUID());",
    to: "state.set('key', crypto.randomUUID());\n        state.set('form', crypto.randomUUID());",
    times: 3,
  },
  {
    module: reducer,
    from: 'case DRAFT_DISCARD:',
    to: `case 'GACETA_DRAFT_RECOVER': {
      const { values, base, mediaFiles } = action.payload;
      const isNew = (file) => !mediaFiles.some(({ id }) => id === file.get('id'));
      return state
        .setIn(['entry', 'data'], fromJS(values))
        .updateIn(['entry', 'raw'], (raw) => base ?? raw)
        .updateIn(['entry', 'mediaFiles'], (files) => fromJS(mediaFiles).concat(files.filter(isNew)))
        .set('fieldsErrors', Map())
        .set('hasChanged', true)
        .set('key', crypto.randomUUID());
    }
    case DRAFT_DISCARD:`,
  },
  // What is typed while a save runs is not saved by it. \`sent\` is what it stores: repairs come before, what
  // was merged after.
  {
    module: reducer,
    from: "return state.setIn(['entry', 'isPersisting'], true);",
    to: "return state.setIn(['entry', 'isPersisting'], true).set('sent', state.getIn(['entry', 'data']));",
  },
  {
    module: reducer,
    from: ".setIn(['entry', 'data'], fromJS(action.payload))",
    to: ".setIn(['entry', 'data'], fromJS(action.payload))\n        .update((next) => next.set('sent', next.getIn(['entry', 'data'])))",
  },
  {
    module: reducer,
    from: `state.set('hasChanged', false);
        if (!state.getIn(['entry', 'slug'])) {`,
    to: `state.set('hasChanged', state.has('sent') && state.get('sent') !== state.getIn(['entry', 'data']));
        if (!state.getIn(['entry', 'slug'])) {`,
  },
  // Without a connection nobody can tell whether an address is taken; the queue looks again.
  {
    module: 'decap-cms-core/dist/esm/backend.js',
    from: '(await this.entryExist(collection, selectEntryPath(collection, uniqueSlug), uniqueSlug, selectUseWorkflow(config)))',
    to: `(await this.entryExist(collection, selectEntryPath(collection, uniqueSlug), uniqueSlug, selectUseWorkflow(config)).catch((error) => {
      if (error.kind === 'network') return false;
      throw error;
    }))`,
  },
  // A page that is loaded without a connection does not forget who was signed in.
  {
    module: 'decap-cms-core/dist/esm/actions/auth.js',
    from: `dispatch(authError(error));
      dispatch(logoutUser());`,
    to: `dispatch(authError(error));
      if (error.kind !== 'network') dispatch(logoutUser());`,
  },
];
