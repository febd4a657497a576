import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { createEmulator } from 'emulate';
import { z } from 'zod';

/** The app that the emulated GitHub knows. */
export const app = { clientId: 'Iv1.0123456789abcdef', clientSecret: 'the-secret-of-the-app' } as const;

/** Of the emulated GitHub: rosa is in the organisation `redaccion`, which owns a repository; ana is not. */
const people = ['ana', 'rosa'].map((login) => ({ login, name: login, email: `${login}@example.org` }));

/** Answers in GitHub's place; undefined lets GitHub answer. */
type Interference = (request: Request) => Promise<Response> | Response | undefined;

export interface EmulatedGitHub {
  /** Web pages and API alike. */
  readonly url: string;
  /** Every request, as `POST /login/oauth/access_token`, with its query or form. */
  readonly requests: readonly { readonly line: string; readonly parameters: URLSearchParams }[];
  /** From now on something stands between the world and GitHub; nothing does when called without. */
  interfere(interference?: Interference): void;
  close(): Promise<void>;
}

/**
 * GitHub as the package `emulate` has it, behind a proxy that adds what it leaves out: PKCE (the emulation neither
 * keeps the challenge nor looks at the verifier; GitHub does both). Forms, tokens, members and errors are
 * the emulation's.
 */
export async function startEmulatedGitHub(redirectUri: string): Promise<EmulatedGitHub> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      github: {
        users: people,
        orgs: [{ login: 'redaccion', name: 'Redacción', members: [{ login: 'rosa', role: 'member' }] }],
        repos: [{ owner: 'redaccion', name: 'contenido' }],
        oauth_apps: [
          {
            client_id: app.clientId,
            client_secret: app.clientSecret,
            name: 'Gaceta',
            redirect_uris: [redirectUri],
          },
        ],
      },
    },
  });
  const requests: { line: string; parameters: URLSearchParams }[] = [];
  const challenges = new Map<string, string>();
  let interference: Interference | undefined;

  const answer = async (request: Request): Promise<Response> => {
    const { pathname, search, searchParams } = new URL(request.url);
    const body = request.method === 'POST' ? await request.text() : undefined;
    const parameters = body === undefined ? searchParams : new URLSearchParams(body);
    requests.push({ line: `${request.method} ${pathname}`, parameters });
    const interfered = await interference?.(request);
    if (interfered !== undefined) return interfered;
    if (pathname === '/login/oauth/authorize') {
      challenges.set(parameters.get('state') ?? '', parameters.get('code_challenge') ?? '');
    }
    if (pathname === '/login/oauth/access_token') {
      const verifier = parameters.get('code_verifier') ?? '';
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      if (challenges.get(parameters.get('code') ?? '') !== challenge) {
        return Response.json({ error: 'bad_verification_code' });
      }
    }
    const headers = new Headers(request.headers);
    headers.delete('host');
    headers.delete('connection');
    const response = await fetch(`${emulator.url}${pathname}${search}`, {
      method: request.method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    const location = response.headers.get('location');
    if (location !== null) {
      const { searchParams: given } = new URL(location, emulator.url);
      challenges.set(given.get('code') ?? '', challenges.get(given.get('state') ?? '') ?? '');
    }
    const kept = new Headers(response.headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
    return new Response(response.status === 204 ? null : await response.arrayBuffer(), {
      status: response.status,
      headers: kept,
    });
  };

  const server = createServer(createRequestListener(answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    requests,
    interfere(next) {
      interference = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await emulator.close();
    },
  };
}

/**
 * What the person does on GitHub's page: allows the app. Gives the address to which GitHub sends the browser.
 * @param authorizeUrl of GitHub's page, to which the newsroom has sent the browser
 */
export async function allow(authorizeUrl: string, login: string): Promise<string> {
  const page = await fetch(authorizeUrl);
  if (!page.ok) throw new Error(`GitHub refused: ${await page.text()}`);
  const { origin, searchParams } = new URL(authorizeUrl);
  const names = ['redirect_uri', 'scope', 'state', 'client_id'];
  const form = new URLSearchParams({ login });
  for (const name of names) form.set(name, searchParams.get(name) ?? '');
  const response = await fetch(`${origin}/login/oauth/callback`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  return z.string().parse(response.headers.get('location'));
}
