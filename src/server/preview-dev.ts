import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import type { Renderer } from '../on-demand/index.ts';
import type * as Program from '../on-demand/program.ts';
import { toRenderer } from './preview-program.ts';

/** Renders by the modules of the dev server, so that a layout that is being worked on shows at once. Without limits. */
export const createDevRenderer = (server: ViteDevServer): Renderer =>
  toRenderer(async () => {
    const environment = server.environments.ssr;
    if (!isRunnableDevEnvironment(environment)) throw new Error('The dev server runs no modules of its own.');
    return await environment.runner.import<typeof Program>('/src/on-demand/program.ts');
  });
