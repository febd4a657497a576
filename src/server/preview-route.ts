import type { APIRoute } from 'astro';
import * as program from '../on-demand/program.ts';
import { messages } from './preview-messages.ts';
import { toRenderer } from './preview-program.ts';
import { createPreviewHandler, isPullPath, refuse } from './preview.ts';

const handle = createPreviewHandler({
  renderer: toRenderer(() => Promise.resolve(program)),
  log: console.error,
});

/**
 * The preview on a serverless host, `POST /preview` and `POST /preview/card`. There is no repository beside the function:
 * it has no pages of pull requests. The host limits how long it may take, and how often it is asked.
 */
export const ALL: APIRoute = ({ request, url }) =>
  isPullPath(url.pathname) ? refuse(404, messages.noRepository) : handle(request);
