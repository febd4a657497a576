import type { Backend } from '../site/backend.ts';
import { toRevisionHeaders } from '../site/headers.ts';
import { type FileHandler, serveFolder } from './static-files.ts';

/** The reviewer's page, below `/revision/`. @param dir of its bundle */
export function serveRevision(dir: string, backend: Backend | undefined): FileHandler {
  const headers = new Map(Object.entries(toRevisionHeaders(backend)));
  const serve = serveFolder(dir);
  return (request, response, next) => {
    response.setHeaders(headers);
    const url = request.url;
    request.url = url?.replace(/^\/revision/u, '');
    serve(request, response, () => {
      request.url = url;
      next();
    });
  };
}
