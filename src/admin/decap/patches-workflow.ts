import type { Patch } from './patch.ts';

const editor = 'decap-cms-core/dist/esm/components/Editor';
const workflow = 'decap-cms-core/dist/esm/components/Workflow';

/** The board, the toolbar of the editor and the strip of the pull request: see src/admin/pull-request. */
export const workflowPatches: readonly Patch[] = [
  // The strip, below the toolbar. build.ts knows the name.
  {
    module: `${editor}/EditorInterface.js`,
    from: "import EditorToolbar from './EditorToolbar';",
    to: `import EditorToolbar from './EditorToolbar';
import { Strip } from 'gaceta:pull-request';`,
  },
  {
    module: `${editor}/EditorInterface.js`,
    from: `        editorBackLink: editorBackLink
      }), _jsxs(Editor, {`,
    to: `        editorBackLink: editorBackLink
      }), _jsx(Strip, {
        collection: collection.get('name'),
        slug: entry.get('slug') || '',
        isNewEntry: isNewEntry,
        hasDraft: hasUnpublishedChanges === true,
        hasChanged: hasChanged === true,
        isBusy: ['isPersisting', 'isPublishing', 'isDeleting'].some((key) => entry.get(key)),
        status: currentStatus,
        isPublished: isModification === true,
        date: entry.getIn(['data', 'date'])
      }), _jsxs(Editor, {`,
  },
  // The address of a pull request's page is whole; of the site's, it is where the site begins.
  {
    module: 'decap-cms-core/dist/esm/backend.js',
    from: 'url: previewUrlFormatter(deployPreview.url, collection, slug, entry, this.config.slug),',
    to: 'url: deployPreview.url,',
  },
  // «Publicar» is offered when the rules allow it.
  {
    module: `${editor}/EditorToolbar.js`,
    from: "import { SettingsDropdown } from '../UI';",
    to: `import { SettingsDropdown } from '../UI';
import { PublishGate } from 'gaceta:pull-request';`,
  },
  {
    module: `${editor}/EditorToolbar.js`,
    from: 'return canPublish ? _jsxs(ToolbarDropdown, {',
    to: 'return canPublish ? _jsxs(PublishGate, { as: ToolbarDropdown,',
  },
  // Two names for one thing: both ask for it. Decap's would make a draft after deleting the file on main.
  {
    module: `${editor}/EditorInterface.js`,
    from: 'unPublish: unPublish,',
    to: 'unPublish: onDelete,',
  },
  // What is to be deleted stays published, and in the lists, until a reviewer has said yes.
  {
    module: 'decap-cms-core/dist/esm/actions/entries.js',
    from: `backend.deleteEntry(state, collection, slug).then(() => {
      return dispatch(entryDeleted(collection, slug));`,
    to: `backend.deleteEntry(state, collection, slug).then(() => {
      tellRemoval();`,
  },
  {
    module: 'decap-cms-core/dist/esm/actions/entries.js',
    from: "import { addNotification } from './notifications';",
    to: `import { addNotification } from './notifications';
import { tellRemoval } from 'gaceta:pull-request';`,
  },
  // The board: what a request does, what it lacks, when it appears; and files that belong to no text.
  {
    module: `${workflow}/Workflow.js`,
    from: "import WorkflowList from './WorkflowList';",
    to: `import WorkflowList from './WorkflowList';
import { Files } from 'gaceta:pull-request';`,
  },
  {
    module: `${workflow}/Workflow.js`,
    from: `        collections: collections
      })]`,
    to: `        collections: collections
      }), _jsx(Files, {
        placed: unpublishedEntries
          .toList()
          .flatMap((list) => list.map((entry) => \`cms/\${entry.get('collection')}/\${entry.get('slug')} \${entry.get('status')}\`))
          .toArray()
          .sort()
          .join('\\n'),
        onStale: () => this.props.reloadUnpublishedEntries(collections)
      })]`,
  },
  {
    module: `${workflow}/Workflow.js`,
    from: 'import { loadUnpublishedEntries, ',
    to: 'import { loadUnpublishedEntries, reloadUnpublishedEntries, ',
  },
  {
    module: `${workflow}/Workflow.js`,
    from: `(mapStateToProps, {
  loadUnpublishedEntries,`,
    to: `(mapStateToProps, {
  loadUnpublishedEntries,
  reloadUnpublishedEntries,`,
  },
  {
    module: 'decap-cms-core/dist/esm/actions/editorialWorkflow.js',
    from: 'export function loadUnpublishedEntries(collections) {',
    to: `export function reloadUnpublishedEntries(collections) {
  return async (dispatch, getState) => {
    try {
      const { entries, pagination } = await currentBackend(getState().config).unpublishedEntries(collections);
      const keys = entries.map((entry) => entry.collection + '.' + entry.slug);
      for (const key of getState().editorialWorkflow.get('entities').keySeq().toArray()) {
        const end = key.indexOf('.');
        if (!keys.includes(key)) dispatch(unpublishedEntryDeleted(key.slice(0, end), key.slice(end + 1)));
      }
      dispatch(unpublishedEntriesLoaded(entries, pagination));
    } catch (error) {
      dispatch(addNotification({
        message: { key: 'ui.toast.onFailToLoadEntries', details: error },
        type: 'error',
        dismissAfter: 8000
      }));
    }
  };
}
export function loadUnpublishedEntries(collections) {`,
  },
  {
    module: `${workflow}/WorkflowList.js`,
    from: 'postAuthor: postAuthor',
    to: `postAuthor: postAuthor,
              branch: 'cms/' + collectionName + '/' + slug,
              date: entry.getIn(['data', 'date'])`,
  },
  {
    module: `${workflow}/WorkflowCard.js`,
    from: "import { Link } from 'react-router-dom';",
    to: `import { Link } from 'react-router-dom';
import { CardGate, CardNotes, CardTitle as CardName } from 'gaceta:pull-request';`,
  },
  {
    module: `${workflow}/WorkflowCard.js`,
    from: `  postAuthor,
  t
}) {
  return`,
    to: `  postAuthor,
  branch,
  date,
  t
}) {
  return`,
  },
  {
    module: `${workflow}/WorkflowCard.js`,
    from: `children: title
      })`,
    to: `children: _jsx(CardName, { branch, title })
      })`,
  },
  {
    module: `${workflow}/WorkflowCard.js`,
    from: '_jsx(CardBody, {',
    to: '_jsx(CardNotes, { branch, date }), _jsx(CardBody, {',
  },
  {
    module: `${workflow}/WorkflowCard.js`,
    from: '_jsx(PublishButton, {',
    to: '_jsx(CardGate, { as: PublishButton, branch,',
  },
];
