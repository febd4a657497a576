import type { AstroUserConfig } from 'astro';

/** GACETA_TARGET is wrong; the message says what to set. */
class TargetError extends Error {
  override readonly name = 'TargetError';
}

type Serverless = Pick<AstroUserConfig, 'adapter' | 'trailingSlash' | 'integrations'>;

/**
 * What a build for a serverless host has besides the static site: the host's adapter, and the sign-in as the one route
 * that is answered on demand. Nothing for a host of static files.
 * @param target GACETA_TARGET: `vercel`, or unset for static files alone
 * @throws TargetError
 */
export async function toServerless(target: string | undefined): Promise<Serverless> {
  if (target === undefined || target === '' || target === 'static') return {};
  if (target !== 'vercel') {
    throw new TargetError(
      `GACETA_TARGET is «${target}». Set it to vercel, or leave it out for static files.`,
    );
  }
  const { default: vercel } = await import('@astrojs/vercel');
  return {
    adapter: vercel(),
    // GitHub sends people back to the very address that was registered: without a slash at its end.
    trailingSlash: 'ignore',
    integrations: [
      {
        name: 'gaceta-sign-in',
        hooks: {
          'astro:config:setup': ({ injectRoute }) => {
            injectRoute({
              pattern: '/oauth/[...path]',
              entrypoint: new URL('./sign-in-route.ts', import.meta.url),
              prerender: false,
            });
          },
        },
      },
    ],
  };
}
