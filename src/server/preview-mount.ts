import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FetchHandler } from '@remix-run/node-fetch-server';
import type { Forge } from '../forge/index.ts';
import { openRepository } from '../git/index.ts';
import { ifPresent } from '../images/kept-file.ts';
import { toClient } from '../oauth/index.ts';
import type { PreviewContext, Renderer } from '../on-demand/index.ts';
import { currentRelease } from '../publish/index.ts';
import { toBackend } from '../site/backend.ts';
import { type Environment, projectDir } from './environment.ts';
import { forgePath } from './newsroom.ts';
import { Allowance } from './preview-allowance.ts';
import { messages } from './preview-messages.ts';
import { createPullPreview } from './preview-pull.ts';
import { openForgeSource, openOriginSource } from './preview-source.ts';
import { createPreviewHandler, isPullPath, refuse, toRefusal } from './preview.ts';

export interface PreviewMountOptions {
  readonly environment: Environment;
  readonly forge: Forge | undefined;
  /** Closed with what is opened here. */
  readonly renderer: Renderer;
  /** The addresses by which browsers may reach this server, if it is on this machine only. */
  readonly origins: readonly string[];
  readonly readContext: () => Promise<PreviewContext | undefined>;
  readonly log: (line: string) => void;
}

/** What answers at and below `/preview`. */
export interface PreviewMount {
  readonly handle: FetchHandler;
  close(): Promise<void>;
}

/** Opens what previews show: what is sent, and the pull requests of the forge or of the origin that is followed. */
export async function openPreview({
  environment,
  forge,
  renderer,
  origins,
  readContext,
  log,
}: PreviewMountOptions): Promise<PreviewMount> {
  const { contentRepo, oauth } = environment;
  const repository = await openRepository(contentRepo);
  const source =
    forge === undefined
      ? openOriginSource(repository)
      : openForgeSource(forge, `${String(origins[0])}${forgePath}`, toBackend({}).repo);
  const imagesDir = path.join(projectDir, '.gaceta', 'images');
  const toPage = createPreviewHandler({ renderer, log });
  const toPull = createPullPreview({ repository, source, renderer, readContext, imagesDir });
  const allowance = new Allowance();
  const hosts = new Set(origins.map((origin) => new URL(origin).host));
  return {
    async handle(request, { address }) {
      const { host, pathname } = new URL(request.url);
      // A name of somebody else's that leads to this machine shall not read drafts.
      if (forge !== undefined && !hosts.has(host)) return refuse(421, messages.elsewhere);
      const client = toClient(address, request.headers.get('x-forwarded-for'), oauth?.proxies ?? 0);
      const wait = allowance.check(client, Date.now());
      if (wait !== undefined) return refuse(429, messages.tooMuch, { 'Retry-After': String(wait) });
      const spend = (milliseconds: number): void => {
        allowance.spend(client, milliseconds, Date.now());
      };
      try {
        if (!isPullPath(pathname)) return await toPage(request, { name: client, spend });
        // Looking for a pull request and reading it costs, too.
        const started = performance.now();
        return await toPull(request, { name: client, spend: () => undefined }).finally(() => {
          spend(performance.now() - started);
        });
      } catch (error) {
        return toRefusal(error, log);
      }
    },
    async close() {
      await Promise.all([renderer.close(), repository.close()]);
    },
  };
}

/** What the live release says of the site, read once of each. @param releasesDir of the newsroom */
export function readLiveContext(releasesDir: string): () => Promise<PreviewContext | undefined> {
  let known: { readonly dir: string; readonly context: PreviewContext } | undefined;
  return async () => {
    const dir = (await currentRelease(releasesDir))?.dir;
    if (dir === undefined) return undefined;
    if (known?.dir !== dir) {
      const text = await ifPresent(readFile(path.join(dir, 'admin/preview.json'), 'utf8'));
      // A release of an older program, while this one has not built yet.
      if (text === undefined) return undefined;
      // Only the renderer looks into it.
      known = { dir, context: JSON.parse(text) as PreviewContext };
    }
    return known.context;
  };
}
