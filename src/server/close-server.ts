import type { Server } from 'node:http';

/** How often connections that have become idle are looked for, milliseconds. */
const interval = 50;

/**
 * Takes no more connections, lets requests that have begun end, and closes the server.
 * @param limit after which those that have not ended are cut off, milliseconds
 */
export function closeServer(server: Server, limit: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, interval);
    const end = setTimeout(() => {
      server.closeAllConnections();
    }, limit);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(end);
      resolve();
    });
  });
}
