import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buildAdmin } from '../admin/build.ts';
import { GitError } from '../git/index.ts';
import { createOAuthHandler } from '../oauth/index.ts';
import { openRenderer } from '../on-demand/index.ts';
import { buildRevision } from '../revision/build.ts';
import { createApp, sendUnavailable } from './app.ts';
import { closeServer } from './close-server.ts';
import { EnvironmentError, projectDir, readEnvironment } from './environment.ts';
import { followOrigin } from './follow-origin.ts';
import { healthPath, sendHealth } from './health.ts';
import { openNewsroom } from './newsroom.ts';
import { toOrigins } from './origins.ts';
import { openPreview, readLiveContext } from './preview-mount.ts';
import { toPathname } from './static-files.ts';

/** How long requests that have begun may go on when the server is told to stop, milliseconds. Docker waits for ten seconds. */
const grace = 8000;

/** `npm start`: builds what is missing, serves the site, the admin and the forge, and publishes main. */
async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const { host, fetchInterval } = environment;

  const server = createServer((request, response) => {
    if (toPathname(request) === healthPath) void sendHealth(response, undefined);
    else sendUnavailable(response);
  });
  server.listen(environment.port, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const log = (line: string): void => {
    console.error(line);
  };
  const newsroom = await openNewsroom({
    environment,
    origins: toOrigins(host, port),
    publishes: true,
    log,
  });
  const stopFollowing =
    fetchInterval === undefined
      ? undefined
      : followOrigin({ repository: environment.contentRepo, interval: fetchInterval, log });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void Promise.all([closeServer(server, grace), stopFollowing?.()])
      .then(() => newsroom.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.env['npm_lifecycle_event'] !== undefined) onParentExit(stop);

  const adminDir = path.join(projectDir, '.gaceta', 'admin');
  const revisionDir = path.join(projectDir, '.gaceta', 'revision');
  newsroom.publisher.request();
  const [renderer] = await Promise.all([
    openRenderer({ projectDir, stateDir: path.join(projectDir, '.gaceta') }),
    newsroom.publisher.idle(),
    buildAdmin({ projectDir, outDir: adminDir }),
    buildRevision({ projectDir, outDir: revisionDir }),
  ]);

  const { backend, oauth } = environment;
  const signIn = oauth && createOAuthHandler(oauth, { log });
  const preview = await openPreview({
    environment,
    forge: newsroom.forge,
    renderer,
    origins: toOrigins(host, port),
    readContext: readLiveContext(newsroom.releasesDir),
    log,
  });
  const app = createApp({ newsroom, adminDir, revisionDir, backend, signIn, preview: preview.handle });
  server.removeAllListeners('request').on('request', app);
  const [origin] = toOrigins(host, port);
  console.log(`Gaceta is ready. Site: ${String(origin)}/  Admin: ${String(origin)}/admin/`);
}

/** npm passes a signal on to the shell between itself and this process, and no further. */
function onParentExit(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500).unref();
}

try {
  await start();
} catch (error) {
  if (error instanceof EnvironmentError || error instanceof GitError) console.error(error.message);
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error('The port is in use. Set PORT to another one, or to 0 for any free port.');
  } else console.error(error);
  process.exit(1);
}
