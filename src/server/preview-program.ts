import type { Renderer } from '../on-demand/index.ts';
import type * as Program from '../on-demand/program.ts';
import { RenderError } from '../on-demand/render-error.ts';

/** Renders where the program runs in this very thread: whoever runs this thread has to limit its time. */
export function toRenderer(load: () => Promise<typeof Program>): Renderer {
  const run = async <T>(use: (program: typeof Program) => Promise<T>): Promise<T> => {
    const program = await load();
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
