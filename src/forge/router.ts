type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route<Context> {
  method: Method;
  /** `/repos/:owner/:repo/git/refs/*ref`: `:name` is one segment, `*name` one or more. */
  path: string;
  handle: (context: Context, parameters: Parameters) => Promise<Response> | Response;
}

type Parameters = Readonly<Record<string, string>>;

interface Compiled<Context> {
  route: Route<Context>;
  pattern: RegExp;
}

export type Match<Context> =
  { found: true; route: Route<Context>; parameters: Parameters } | { found: false; otherMethod: boolean };

/** Finds routes; the first that fits wins. Parameters are decoded after matching, so `%2F` never splits one. */
export class Router<Context> {
  readonly #routes: readonly Compiled<Context>[];

  constructor(routes: readonly Route<Context>[]) {
    this.#routes = routes.map((route) => ({ route, pattern: compile(route.path) }));
  }

  match(method: string, path: string): Match<Context> {
    let otherMethod = false;
    for (const { route, pattern } of this.#routes) {
      const match = pattern.exec(path);
      if (!match) continue;
      if (route.method !== method) {
        otherMethod = true;
        continue;
      }
      const parameters = decodeAll(match.groups ?? {});
      if (parameters) return { found: true, route, parameters };
    }
    return { found: false, otherMethod };
  }
}

function compile(path: string): RegExp {
  const source = path
    .replace(/[.+()]/g, '\\$&')
    .replace(/:([a-z]+)/gi, '(?<$1>[^/]+)')
    .replace(/\*([a-z]+)/gi, '(?<$1>.+?)');
  return new RegExp(`^${source}/?$`);
}

function decodeAll(groups: Record<string, string>): Parameters | undefined {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
