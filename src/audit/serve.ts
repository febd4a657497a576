import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { matches, parseHeaders, type ServedHeader } from './checks/policy.ts';
import { compress, isCompressible } from './compress.ts';

/** A site that is served as a good host of static files serves it. */
export interface ServedSite {
  readonly origin: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.pdf': 'application/pdf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

interface Answer {
  readonly body: Buffer;
  readonly file: string;
  readonly isCompressed: boolean;
}

/**
 * Serves a folder on a free port of the loopback address: brotli, the headers of `_headers`, `index.html` for
 * a folder, 404.html for what is not there. Each file is read and compressed once.
 */
export async function serveSite(dir: string): Promise<ServedSite> {
  const answers = new Map<string, Promise<Answer | undefined>>();
  const headers = parseHeaders((await readIfThere(path.join(dir, '_headers')))?.toString() ?? '');

  const find = (file: string): Promise<Answer | undefined> => {
    const known = answers.get(file) ?? toAnswer(dir, file);
    answers.set(file, known);
    return known;
  };

  const answer = async (pathname: string, response: ServerResponse): Promise<void> => {
    const file = toFile(pathname);
    const found = file === undefined ? undefined : await find(file);
    if (found === undefined && !pathname.endsWith('/') && (await find(`${file ?? ''}/index.html`))) {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    setHeaders(response, headers, pathname);
    const shown = found ?? (await find('404.html'));
    if (shown === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', types[path.extname(shown.file)] ?? 'application/octet-stream');
    if (shown.isCompressed) response.setHeader('content-encoding', 'br');
    response.writeHead(found === undefined ? 404 : 200).end(shown.body);
  };

  const server = createServer(({ url = '/' }, response) => {
    answer(url.replace(/[?#].*$/su, ''), response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeAllConnections();
      }),
  };
}

/** The file that stands at an address, relative to the folder; undefined for an address that cannot have one. */
function toFile(pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (decoded.includes('\0') || decoded.split('/').includes('..')) return undefined;
  return decoded.slice(1).replace(/(?<=^|\/)$/u, 'index.html');
}

async function toAnswer(dir: string, file: string): Promise<Answer | undefined> {
  const content = await readIfThere(path.join(dir, file));
  if (content === undefined) return undefined;
  const isCompressed = isCompressible(file);
  return { body: isCompressed ? compress(content) : content, file, isCompressed };
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function setHeaders(response: ServerResponse, headers: readonly ServedHeader[], pathname: string): void {
  response.setHeader('x-content-type-options', 'nosniff');
  for (const { name, value } of headers.filter(({ pattern }) => matches(pattern, pathname)))
    response.setHeader(name, value);
}
