import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reverse proxy such as operators put before a newsroom: its address is known before the newsroom runs. */
export interface Front {
  readonly origin: string;
  /** Passes everything on to this origin from now on. */
  lead(origin: string): void;
  close(): void;
}

/** Starts a proxy that keeps the Host and adds to X-Forwarded-For. */
export async function openFront(): Promise<Front> {
  let target = '';
  const server = createServer((incoming, response) => {
    const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress };
    const onward = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    lead(origin) {
      target = origin;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
