import path from 'node:path';
import { buildProgram } from './build.ts';
import type { CardInput, PageInput } from './request.ts';
import { Thread } from './thread.ts';
import { type Caller, Turns } from './turns.ts';

export interface RendererOptions {
  readonly projectDir: string;
  /** Folder below the project that keeps the compiled program. */
  readonly stateDir: string;
  /** After so many milliseconds a rendering is given up. */
  readonly limit?: number;
}

/** Renders in a thread of its own, one after the other; callers take turns. */
export interface Renderer {
  /** The page of an entry, whole. @throws RenderError */
  render(request: PageInput, caller?: Caller): Promise<string>;
  /** The picture that messengers show with its link: JPEG. @throws RenderError */
  drawCard(request: CardInput, caller?: Caller): Promise<Buffer>;
  close(): Promise<void>;
}

/** Who asks when nobody says: there is no need to count. */
const anybody: Caller = { name: '', spend: () => undefined };

/** Compiles the program when that is needed, and starts its thread. */
export async function openRenderer({
  projectDir,
  stateDir,
  limit = 3000,
}: RendererOptions): Promise<Renderer> {
  const program = await buildProgram(projectDir, path.join(stateDir, 'on-demand'));
  const thread = new Thread(program, limit);
  const turns = new Turns();
  return {
    async render(input, caller = anybody) {
      return String(await turns.run(caller, () => thread.ask({ kind: 'page', input })));
    },
    async drawCard(input, caller = anybody) {
      const picture = await turns.run(caller, () => thread.ask({ kind: 'card', input }));
      return Buffer.from(picture as Uint8Array);
    },
    close: () => thread.close(),
  };
}
