import { describe, expect, test } from 'vitest';
import { readBackend, toBackend } from '../../../src/site/backend.ts';
import { toAdminHeaders, toRevisionHeaders } from '../../../src/site/headers.ts';

const github = (more: object = {}): string => JSON.stringify({ name: 'github', repo: 'a/b', ...more });

describe('where people sign in', () => {
  test('at this very server, when nothing else is said: the embedded forge', () => {
    expect(toBackend({})).toMatchObject({ api_root: '/forge', auth_endpoint: 'forge/sign-in' });
  });

  test('on GitHub: where GACETA_OAUTH_ORIGIN says that the sign-in answers', () => {
    const env = { GACETA_BACKEND: github(), GACETA_OAUTH_ORIGIN: 'https://redaccion.example.org' };
    expect(toBackend(env)).toEqual({
      name: 'github',
      repo: 'a/b',
      branch: 'main',
      base_url: 'https://redaccion.example.org',
      auth_endpoint: 'oauth/authorize',
    });
  });

  test('on GitHub, for a site of static files: at the base_url that it names', () => {
    const env = {
      GACETA_BACKEND: github({ base_url: 'https://entrar.example.org' }),
      GACETA_OAUTH_ORIGIN: 'https://redaccion.example.org',
    };
    expect(readBackend(env)).toMatchObject({ base_url: 'https://entrar.example.org' });
  });

  test('on GitHub, nowhere: that is an error, and not a service of Decap’s makers', () => {
    expect(() => readBackend({ GACETA_BACKEND: github() })).toThrow(/where people sign in/u);
    expect(() => readBackend({ GACETA_BACKEND: github(), GACETA_OAUTH_ORIGIN: 'redaccion' })).toThrow();
  });

  test('on GitLab: by PKCE, whose token only its own API is sent', () => {
    const backend = readBackend({
      GACETA_BACKEND: '{"name":"gitlab","repo":"a/b/c","app_id":"x","base_url":"https://git.example.org"}',
    });
    expect(backend).toMatchObject({ auth_type: 'pkce' });
    expect(toAdminHeaders(backend)['Content-Security-Policy']).toMatch(
      /connect-src 'self' blob: data: https:\/\/gitlab\.com https:\/\/git\.example\.org;/u,
    );
  });
});

test('where tokens are kept nothing is sent elsewhere, framed, or run that did not come with the page', () => {
  const policies = [toAdminHeaders(undefined), toRevisionHeaders(undefined)].map(
    (headers) => headers['Content-Security-Policy'] ?? '',
  );
  const parts = ["form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"];
  for (const policy of policies) {
    for (const part of parts) expect(policy).toContain(part);
    expect(policy).not.toMatch(/script-src[^;]*(?:unsafe-inline|https?:|\*|blob:|data:)/u);
    expect(policy).not.toMatch(/connect-src[^;]*(?:https?:|\*)/u);
  }
  expect(policies[1]).toContain("script-src 'self';");
});
