import { describe, expect, test } from 'vitest';
import { OAuthConfigError, readOAuthConfig } from '../../../src/oauth/index.ts';

const secrets = {
  GACETA_OAUTH_CLIENT_SECRET: '0123456789abcdef0123456789abcdef01234567',
  GACETA_OAUTH_COOKIE_SECRET: 'fedcba9876543210fedcba9876543210',
};

const complete = {
  GACETA_OAUTH_CLIENT_ID: 'Iv1.0123456789abcdef',
  GACETA_OAUTH_ORIGIN: 'https://redaccion.example.org',
  ...secrets,
};

const read = (more: Readonly<Record<string, string>>) => readOAuthConfig({ ...complete, ...more });

describe('readOAuthConfig', () => {
  test('is silent when nothing of it is set', () => {
    expect(
      readOAuthConfig({ PATH: '/bin', GACETA_OAUTH_CLIENT_ID: '', GACETA_OAUTH_ORIGIN: ' ' }),
    ).toBeUndefined();
  });

  test('needs four values; the others have defaults that ask for least', () => {
    expect(read({})).toEqual({
      clientId: 'Iv1.0123456789abcdef',
      clientSecret: secrets.GACETA_OAUTH_CLIENT_SECRET,
      cookieSecret: secrets.GACETA_OAUTH_COOKIE_SECRET,
      origin: 'https://redaccion.example.org',
      adminOrigin: 'https://redaccion.example.org',
      scope: 'public_repo',
      members: [],
      githubUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      proxies: 0,
    });
  });

  test('knows where the API of a GitHub of one’s own is', () => {
    expect(read({ GACETA_OAUTH_GITHUB_URL: 'https://github.example.org/' })).toMatchObject({
      githubUrl: 'https://github.example.org',
      apiUrl: 'https://github.example.org/api/v3',
    });
  });

  test('reads the rules about members, and asks for the right to check them', () => {
    expect(read({ GACETA_OAUTH_MEMBERS: 'org:a, team:a/b\nrepo:a/b.c user:ana' })).toMatchObject({
      scope: 'public_repo read:org',
      members: [
        { kind: 'org', org: 'a' },
        { kind: 'team', org: 'a', team: 'b' },
        { kind: 'repo', repo: 'a/b.c' },
        { kind: 'user', login: 'ana' },
      ],
    });
  });

  test.each([
    ['CLIENT_ID', 'with space', /CLIENT_ID does not look like a client ID\. Copy it from/u],
    ['CLIENT_SECRET', 'short', /CLIENT_SECRET does not look like a client secret\. Make one/u],
    ['COOKIE_SECRET', 'short', /COOKIE_SECRET is shorter than 32 characters\. .*openssl rand -hex 32/u],
    ['ORIGIN', 'http://redaccion.example.org', /ORIGIN is no origin that begins with https/u],
    ['ORIGIN', 'https://redaccion.example.org/', /ORIGIN is no origin/u],
    ['ORIGIN', 'https://redaccion.example.org/admin', /ORIGIN is no origin/u],
    ['ORIGIN', 'https://ana@redaccion.example.org', /ORIGIN is no origin/u],
    ['ORIGIN', 'http://127.0.0.1.example.org', /ORIGIN is no origin/u],
    ['ADMIN_ORIGIN', '*', /ADMIN_ORIGIN is no origin/u],
    ['ADMIN_ORIGIN', 'null', /ADMIN_ORIGIN is no origin/u],
    ['SCOPE', 'repo admin:org', /SCOPE asks for more than a newsroom needs/u],
    ['MEMBERS', 'redaccion', /MEMBERS has a rule that is none: «redaccion»\. Set it to who/u],
    ['MEMBERS', 'org:a, org:../b', /«org:\.\.\/b»/u],
    ['GITHUB_URL', 'http://github.example.org', /GITHUB_URL is no address/u],
    ['API_URL', 'javascript:alert(1)', /API_URL is no address/u],
    ['PROXIES', '-1', /PROXIES is no number from 0 to 9/u],
    ['MEMBER', 'org:a', /GACETA_OAUTH_MEMBER is unknown\. Known: .*MEMBERS/u],
  ])('refuses GACETA_OAUTH_%s=%s and says what to set', (name, value, message) => {
    expect(() => read({ [`GACETA_OAUTH_${name}`]: value })).toThrow(message);
  });

  test('lists everything at once, and no secret', () => {
    const env = { ...secrets, GACETA_OAUTH_SCOPE: 'gist', GACETA_OAUTH_MEMBER: 'org:a' };
    let problem: unknown;
    try {
      readOAuthConfig(env);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(OAuthConfigError);
    const text = String(problem);
    for (const name of ['CLIENT_ID', 'ORIGIN', 'SCOPE', 'MEMBER']) {
      expect(text).toMatch(new RegExp(`^(?:OAuthConfigError: )?GACETA_OAUTH_${name} `, 'mu'));
    }
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  });

  test('takes an address of this machine without https, for trials', () => {
    expect(read({ GACETA_OAUTH_ORIGIN: 'http://127.0.0.1:4321' })?.origin).toBe('http://127.0.0.1:4321');
    expect(read({ GACETA_OAUTH_ORIGIN: 'http://[::1]:4321' })?.origin).toBe('http://[::1]:4321');
  });
});
