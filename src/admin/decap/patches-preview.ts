import type { Patch } from './patch.ts';

const module = 'decap-cms-core/dist/esm/components/Editor/EditorPreviewPane/EditorPreviewPane.js';

/**
 * Our pane takes the place of Decap's frame, and is not within it: one frame within another would take the
 * scroll position and the keyboard. Decap's frame with its template stays for where no server renders.
 */
export const previewPatches: readonly Patch[] = [
  {
    module,
    from: "import EditorPreviewContent from './EditorPreviewContent.js';",
    to: `import { Suspense } from 'react';
import { PreviewPane as PagePane } from 'gaceta:preview';
import EditorPreviewContent from './EditorPreviewContent.js';`,
  },
  {
    module,
    from: `      children: _jsx(PreviewPaneFrame, {
        id: "preview-pane",
        head: styleEls,`,
    to: `      children: _jsx(Suspense, { fallback: null, children: _jsx(PagePane, {
        collection: collection.get('name'),
        entry,
        getAsset: this.props.getAsset,
        medias: this.props.state.medias,
        plain: _jsx(PreviewPaneFrame, {
        id: "preview-pane",
        head: styleEls,`,
  },
  {
    module,
    from: `          }
        })
      })
    });
  }
}
PreviewPane.propTypes`,
    to: `          }
        })
      }) }) })
    });
  }
}
PreviewPane.propTypes`,
  },
];
