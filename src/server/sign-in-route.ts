import type { APIRoute } from 'astro';
import { createOAuthHandler, readOAuthConfig } from '../oauth/index.ts';

/** Read once, when the function starts: a wrong configuration stops it with everything that is wrong in its log. */
const config = readOAuthConfig(process.env);
const signIn = config === undefined ? undefined : createOAuthHandler(config, { log: console.error });

/** The sign-in on a serverless host, any method: `/oauth/authorize` and `/oauth/callback`. */
export const ALL: APIRoute = ({ request, clientAddress }) =>
  signIn === undefined ? new Response(null, { status: 404 }) : signIn(request, { address: clientAddress });
