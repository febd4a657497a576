import { lazy } from 'react';

/** What patches-preview.ts puts into Decap's preview pane; only those who open a form load it. */
export const PreviewPane = lazy(() => import('./PreviewPane.tsx'));
