import { z } from 'zod';
// Not by the door of the renderer: it compiles, and a serverless function comes compiled.
import { RenderError } from '../on-demand/render-error.ts';
import type { Caller, CardInput, PageInput, Renderer } from '../on-demand/index.ts';
import { commonHeaders, previewHeaders } from '../site/headers.ts';
import { messages } from './preview-messages.ts';

/** Where entries are rendered that nobody has stored: `POST /preview`, and the card at `/preview/card`. */
export const previewPath = '/preview';

/** Does this path ask for the page of a pull request, or for an image of it? */
export const isPullPath = (pathname: string): boolean => pathname.startsWith(`${previewPath}/pr/`);

/** Bytes of a request. */
const longestRequest = 512 * 1024;

export interface PreviewOptions {
  readonly renderer: Pick<Renderer, 'render' | 'drawCard'>;
  readonly log: (line: string) => void;
}

/**
 * Answers `POST /preview` with the page of an entry and `POST /preview/card` with its picture for messengers. It
 * knows nothing but what it is sent. Only pages of this very origin may ask.
 */
export function createPreviewHandler({
  renderer,
  log,
}: PreviewOptions): (request: Request, caller?: Caller) => Promise<Response> {
  return async (request, caller) => {
    if (request.method !== 'POST') return refuse(405, messages.noJson, { Allow: 'POST' });
    if (!isSameOrigin(request)) return refuse(403, messages.elsewhere);
    const text = await readText(request);
    if (text === undefined) return refuse(413, messages.tooLarge);
    const input = toObject(text);
    if (input === undefined) return refuse(400, messages.noJson);
    try {
      return new URL(request.url).pathname.replace(/\/$/u, '') === `${previewPath}/card`
        ? respond(new Uint8Array(await renderer.drawCard(input as CardInput, caller)), { type: 'image/jpeg' })
        : // What stands above a page and where its links lead is not for others to say.
          respond(
            await renderer.render({ ...(input as PageInput), framed: true, notice: undefined }, caller),
          );
    } catch (error) {
      return toRefusal(error, log);
    }
  };
}

/** Browsers say where a request comes from; what says nothing is no page of ours. https://www.w3.org/TR/fetch-metadata/ */
function isSameOrigin({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host');
}

/** What is too long is read to its end all the same, so far, for the connection to be of further use. Bytes. */
const longestRead = 16 * longestRequest;

/** The body as text; undefined when it is longer than it may be. */
async function readText(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length <= longestRequest) chunks.push(chunk);
    else if (length > longestRead) break;
  }
  return length > longestRequest ? undefined : Buffer.concat(chunks).toString('utf8');
}

const objectSchema = z.record(z.string(), z.unknown());

function toObject(text: string): Record<string, unknown> | undefined {
  try {
    return objectSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface ResponseOptions {
  readonly status?: number;
  /** Default: a page. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page or a picture that is not published: nothing in it runs, nobody keeps or lists it. */
export const respond = (
  content: string | Uint8Array<ArrayBuffer>,
  { status = 200, type = 'text/html; charset=utf-8', headers = {} }: ResponseOptions = {},
): Response =>
  new Response(content, {
    status,
    headers: { ...commonHeaders, ...previewHeaders, 'Content-Type': type, ...headers },
  });

/** Why there is no page, as an answer. */
export function toRefusal(error: unknown, log: (line: string) => void): Response {
  if (error instanceof RenderError) {
    if (error.kind === 'refused') return refuse(400, error.message);
    if (error.kind === 'late') return refuse(504, messages.late);
    return refuse(429, messages.tooMuch, { 'Retry-After': '2' });
  }
  log(`A preview failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return refuse(500, messages.failed);
}

/** Why there is nothing to see, for the program that asked. */
export const refuse = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  respond(JSON.stringify({ message }), { status, type: 'application/json', headers });
