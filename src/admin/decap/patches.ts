import type { Patch } from './patch.ts';
import { draftPatches } from './patches-drafts.ts';
import { previewPatches } from './patches-preview.ts';
import { workflowPatches } from './patches-workflow.ts';

const mediaActions = 'decap-cms-core/dist/esm/actions/mediaLibrary.js';
const dragAndDrop = '@dnd-kit/core/dist/core.esm.js';

/**
 * What neither a phrase nor a registration of Decap can change. When a new version changes the text, the build
 * stops and says which patch to look at.
 */
export const patches: readonly Patch[] = [
  // The path by which entries name an upload is not an address of the site, which has no originals.
  {
    module: 'decap-cms-core/dist/esm/reducers/entries.js',
    from: `export function selectMediaFilePath(config, collection, entryMap, mediaPath, field) {
  if (isAbsolutePath(mediaPath)) {`,
    to: `export function selectMediaFilePath(config, collection, entryMap, mediaPath, field) {
  if (mediaPath.startsWith(config.public_folder + '/')) {
    return config.media_folder + mediaPath.slice(config.public_folder.length);
  }
  if (isAbsolutePath(mediaPath)) {`,
  },
  // Every upload goes through our door first: see uploads/prepare-upload.ts. build.ts knows the name.
  {
    module: mediaActions,
    from: "import { addNotification } from './notifications';",
    to: `import { addNotification } from './notifications';
import { prepareUpload } from 'gaceta:prepare-upload';`,
  },
  {
    module: mediaActions,
    from: `    const state = getState();
    const backend = currentBackend(state.config);
    const integration = selectIntegration(state, null, 'assetStore');
    const files = selectMediaFiles(state, field);`,
    to: `    file = await prepareUpload(file, getState().mediaLibrary.get('forImage') === true);
    if (file === undefined) return undefined;
    const state = getState();
    const backend = currentBackend(state.config);
    const integration = selectIntegration(state, null, 'assetStore');
    const files = selectMediaFiles(state, field);`,
  },
  // A refused upload selects nothing: what comes first in the library is not what the editor wants.
  {
    module: 'decap-cms-core/dist/esm/components/MediaLibrary/MediaLibrary.js',
    from: `      await persistMedia(file, {
        privateUpload,
        field
      });
      this.setState({
        isPersisted: true
      });`,
    to: `      const done = await persistMedia(file, {
        privateUpload,
        field
      });
      if (done && done.type !== 'MEDIA_PERSIST_FAILURE') this.setState({
        isPersisted: true
      });`,
  },
  // Not every system knows that a HEIC file is an image.
  {
    module: 'decap-cms-core/dist/esm/components/UI/FileUploadButton.js',
    from: "'image/*'",
    to: "'image/*,.heic,.heif'",
  },
  // An upload never takes the place of another image of the same name: phones call many «image.jpg».
  {
    module: mediaActions,
    from: `const fileName = sanitizeSlug(file.name.toLowerCase(), state.config.slug);`,
    to: `const ownName = sanitizeSlug(file.name.toLowerCase(), state.config.slug);
    let fileName = ownName;
    for (let number = 2; files.some(({ name }) => name.toLowerCase() === fileName); number++) {
      fileName = ownName.replace(/(\\.[^.]*)?$/, (extension) => '-' + number + extension);
    }`,
  },
  {
    module: mediaActions,
    from: 'message: `Failed to persist media: ${error}`',
    to: 'message: `No se subió. ${error}`',
  },
  {
    module: mediaActions,
    from: 'message: `Failed to delete media: ${error.message}`',
    to: 'message: `No se eliminó. ${error.message}`',
    times: 2,
  },
  // A published file that somebody asked to delete stays, and in the library, until the request is published.
  {
    module: mediaActions,
    from: `        dispatch(removeAsset(file.path));
        await backend.deleteMedia(state.config, file.path);
        dispatch(mediaDeleted(file));
        if (editingDraft) {
          dispatch(removeDraftEntryMediaFile({
            id: file.id
          }));
        }`,
    to: `        await backend.deleteMedia(state.config, file.path);
        return dispatch(mediaDeleteFailed());`,
  },
  // A pattern is for what is stored, not for the name of the file alone.
  {
    module: 'decap-cms-widget-file/dist/esm/withFileControl.js',
    from: 'isMultiple(value) ? value.map(v => basename(v)) : basename(value)',
    to: 'value',
  },
  // An editor of its own for every entry: with one for all, an address pasted while one entry is open shows
  // that entry in the form of the other.
  {
    module: 'decap-cms-core/dist/esm/components/App/App.js',
    from: `render: props => _jsx(Editor, {
              ...props
            })`,
    to: `render: props => _jsx(Editor, { ...props }, props.match.url)`,
  },
  // The entry of a settings file is not always there; its slug is.
  {
    module: 'decap-cms-core/dist/esm/lib/formatters.js',
    from: "getFileFromSlug(collection, entry.get('slug'))",
    to: 'getFileFromSlug(collection, slug)',
  },
  // The copy desk's repairs come into the form: see draft.ts. The new key draws every field anew, because the
  // text editor does not look at its value again.
  {
    module: 'decap-cms-core/dist/esm/reducers/entryDraft.js',
    from: 'case DRAFT_DISCARD:',
    to: `case 'GACETA_DRAFT_REPLACE':
      return state
        .setIn(['entry', 'data'], fromJS(action.payload))
        .set('fieldsErrors', Map())
        .set('key', crypto.randomUUID());
    case 'GACETA_DRAFT_BASE':
      return state.setIn(['entry', 'raw'], action.payload);
    case DRAFT_DISCARD:`,
  },
  // Lists begin with the sign that our entries have, so that an edit changes the lines that it changes.
  {
    module: 'decap-cms-widget-markdown/dist/esm/serializers/index.js',
    from: "bullet: '*'",
    to: "bullet: '-'",
  },
  // A refused save leaves the mark of a draft that does not exist: the next save would look for it.
  {
    module: 'decap-cms-core/dist/esm/reducers/editorialWorkflow.js',
    from: "return state.setIn(['entities', `${action.payload.collection}.${action.payload.slug}`, 'isPersisting'], false);",
    to: `{
      const path = ['entities', action.payload.collection + '.' + action.payload.slug];
      return state.hasIn([...path, 'data']) ? state.setIn([...path, 'isPersisting'], false) : state.deleteIn(path);
    }`,
  },
  // A save stopped by a pattern says so, too, and shows where.
  ...['editorialWorkflow', 'entries'].map((name) => ({
    module: `decap-cms-core/dist/esm/actions/${name}.js`,
    from: 'if (hasPresenceErrors) {',
    to: `setTimeout(() => document.querySelector('[class*="-ControlErrorsList"]')?.scrollIntoView({ block: 'center' }));
      {`,
  })),
  // The fields of a block in the body have nobody to tell that they are wrong; pre-save.ts does.
  {
    module: 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget.js',
    from: 'this.props.onValidate(errors);',
    to: 'this.props.onValidate?.(errors);',
  },
  // A name on a div without a role (which ARIA forbids), and of the widget, in English.
  {
    module: 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControl.js',
    from: `"aria-label": t('editor.editorControl.field.widgetLabel', {
          widgetLabel: widgetName
        }),`,
    to: '',
  },
  {
    module: 'react-toastify/dist/react-toastify.esm.mjs',
    from: 'ariaLabel:s="close"',
    to: 'ariaLabel:s="Cerrar"',
  },
  // What a screen reader hears when the items of a list are moved.
  {
    module: dragAndDrop,
    from: `"\\n    To pick up a draggable item, press the space bar.\\n    While dragging, use the arrow keys to move the item.\\n    Press space again to drop the item in its new position, or press escape to cancel.\\n  "`,
    to: `"Para mover un elemento, presiona la barra espaciadora. Muévelo con las flechas. Presiona otra vez la barra espaciadora para soltarlo, o Escape para dejarlo donde estaba."`,
  },
  {
    module: dragAndDrop,
    from: '"Picked up draggable item " + active.id + "."',
    to: '"Tomaste el elemento."',
  },
  {
    module: dragAndDrop,
    from: '"Draggable item " + active.id + " was moved over droppable area " + over.id + "."',
    to: '"El elemento está sobre otra posición."',
  },
  {
    module: dragAndDrop,
    from: '"Draggable item " + active.id + " is no longer over a droppable area."',
    to: '"El elemento está fuera de la lista."',
  },
  {
    module: dragAndDrop,
    from: '"Draggable item " + active.id + " was dropped over droppable area " + over.id',
    to: '"Soltaste el elemento en su nueva posición."',
  },
  {
    module: dragAndDrop,
    from: 'return "Draggable item " + active.id + " was dropped."',
    to: 'return "Soltaste el elemento."',
  },
  {
    module: dragAndDrop,
    from: '"Dragging was cancelled. Draggable item " + active.id + " was dropped."',
    to: '"El elemento quedó donde estaba."',
  },
  {
    module: dragAndDrop,
    from: "roleDescription = 'draggable'",
    to: "roleDescription = 'elemento que se mueve'",
  },
  {
    module: '@dnd-kit/sortable/dist/sortable.esm.js',
    from: "roleDescription: 'sortable'",
    to: "roleDescription: 'elemento de una lista que se ordena'",
  },
  ...draftPatches,
  ...previewPatches,
  ...workflowPatches,
];

/**
 * The text of a module with every patch for it.
 * @throws when a patch does not find its text as often as it expects
 */
export function applyPatches(module: string, source: string): string {
  let result = source;
  for (const { from, to, times = 1, module: target } of patches) {
    if (!module.endsWith(`/node_modules/${target}`)) continue;
    const found = result.split(from).length - 1;
    if (found !== times) {
      throw new Error(
        `${target} has ${String(found)} times, not ${String(times)}: ${from} (src/admin/decap/patches.ts)`,
      );
    }
    result = result.replaceAll(from, () => to);
  }
  return result;
}
