import type { APIRoute } from 'astro';
import type { Redirect } from '../../site/hosts.ts';
import { toPostPath } from '../../site/urls.ts';
import { getAliases } from '../_aliases.ts';

/** Old paths and where they lead, for the server and for the files that other hosts read (server/hosting.ts). */
export const GET: APIRoute = async () => {
  const redirects: Redirect[] = (await getAliases()).map(({ path, post }) => ({
    from: `/${path.split('/').map(encodeURIComponent).join('/')}/`,
    to: toPostPath(post.id),
  }));
  return Response.json({ redirects });
};
