import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { RenderError, type Renderer } from '../on-demand/index.ts';
import type * as Program from '../on-demand/program.ts';

/** Renders by the modules of the dev server, so that a layout that is being worked on shows at once. Without limits. */
export function createDevRenderer(server: ViteDevServer): Renderer {
  const run = async <T>(use: (program: typeof Program) => Promise<T>): Promise<T> => {
    const environment = server.environments.ssr;
    if (!isRunnableDevEnvironment(environment)) throw new Error('The dev server runs no modules of its own.');
    const program = await environment.runner.import<typeof Program>('/src/on-demand/program.ts');
    try {
      return await use(program);
    } catch (error) {
      if (error instanceof program.RequestError) throw new RenderError('refused', error.message);
      throw error;
    }
  };
  return {
    render: (request) => run(({ renderPage }) => renderPage(request)),
    drawCard: (request) => run(({ drawEntryCard }) => drawEntryCard(request)),
    close: () => Promise.resolve(),
  };
}
