/** What patches-preview.ts puts into Decap's preview pane; only those who open a form load it. */
import { lazyPart } from '../lazy-part.tsx';
export const PreviewPane = lazyPart(() => import('./PreviewPane.tsx'));
