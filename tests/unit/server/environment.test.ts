import { describe, expect, test } from 'vitest';
import { toConnectOrigins } from '../../../src/site/headers.ts';
import { EnvironmentError, readEnvironment } from '../../../src/server/environment.ts';
import { toOrigins } from '../../../src/server/origins.ts';

const user = { login: 'ana', name: 'Ana', email: 'ana@example.org', role: 'editor' };

describe('readEnvironment', () => {
  test('has defaults for everything', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({ port: 4321, host: '127.0.0.1', users: undefined, approvals: 0 });
    expect(environment.stateDir.startsWith(environment.contentRepo)).toBe(true);
  });

  test('reads what is set', () => {
    const environment = readEnvironment({
      PORT: '0',
      HOST: 'localhost',
      CONTENT_REPO: '.',
      GACETA_USERS: JSON.stringify([user]),
      GACETA_APPROVALS: '1',
    });
    expect(environment).toMatchObject({ port: 0, host: 'localhost', users: [user], approvals: 1 });
  });

  test.each([
    ['PORT', 'eighty', /PORT is «eighty».*0.*65535/u],
    ['PORT', '65536', /PORT is «65536»/u],
    ['PORT', '-1', /PORT is «-1»/u],
    ['HOST', '0.0.0.0', /HOST is «0\.0\.0\.0».*loopback/u],
    ['HOST', 'example.org', /HOST is «example\.org»/u],
    ['CONTENT_REPO', '/does/not/exist', /CONTENT_REPO is «\/does\/not\/exist».*git repository/u],
    ['GACETA_APPROVALS', '2', /GACETA_APPROVALS is «2»\. Set it to 1/u],
    ['GACETA_BACKEND', 'github', /GACETA_BACKEND is no JSON.*"repo":"owner\/name"/u],
    ['GACETA_BACKEND', '{"name":"gitea","repo":"a/b"}', /name is "github", "gitlab" or "forgejo"/u],
    ['GACETA_BACKEND', '{"name":"github"}', /repo is missing/u],
    ['GACETA_BACKEND', '{"name":"github","repo":"b"}', /repo is "owner\/name"/u],
    ['GACETA_BACKEND', '{"name":"github","repo":"a/b"}', /where people sign in.*GACETA_OAUTH_ORIGIN/u],
    ['GACETA_BACKEND', '{"name":"gitlab","repo":"a/b"}', /app_id is missing.*GitLab/u],
    ['GACETA_BACKEND', '{"name":"gitlab","repo":"a/b","app_id":"x","auth_type":"implicit"}', /"pkce"/u],
    [
      'GACETA_OAUTH_CLIENT_ID',
      'Iv1.x',
      /GACETA_OAUTH_CLIENT_SECRET is missing.*GACETA_OAUTH_ORIGIN is missing/su,
    ],
    ['GACETA_USERS', 'ana', /GACETA_USERS is no JSON.*\[\{"login"/u],
    ['GACETA_FETCH_INTERVAL', '30', /GACETA_FETCH_INTERVAL is set without GACETA_BACKEND/u],
    ['GACETA_USERS', '{}', /GACETA_USERS is wrong/u],
    ['GACETA_USERS', '[]', /GACETA_USERS is wrong \(the list is empty\)/u],
    ['GACETA_USERS', JSON.stringify([{ ...user, role: 'boss' }]), /0\.role: a role is "editor"/u],
    ['GACETA_USERS', JSON.stringify([{ ...user, email: 'ana' }]), /0\.email: an e-mail address is wrong/u],
    ['GACETA_USERS', JSON.stringify([{ ...user, login: '../x' }]), /0\.login: a login has/u],
    ['GACETA_USERS', JSON.stringify([{ ...user, password: 'x' }]), /Unrecognized key/u],
    ['GACETA_USERS', JSON.stringify([user, { ...user, login: 'ANA' }]), /names the login «ana» twice/u],
  ])('refuses %s=%s and says what to set', (key, value, message) => {
    expect(() => readEnvironment({ [key]: value })).toThrow(message);
  });

  test('lets other machines in where there is no embedded forge to sign in to', () => {
    const environment = readEnvironment({
      HOST: '0.0.0.0',
      GACETA_BACKEND: '{"name":"github","repo":"a/b","base_url":"https://redaccion.example.org"}',
    });
    expect(environment).toMatchObject({
      host: '0.0.0.0',
      backend: { name: 'github', repo: 'a/b', branch: 'main' },
    });
  });

  test('lists every wrong value at once', () => {
    expect(() => readEnvironment({ PORT: 'x', HOST: 'y', GACETA_USERS: 'z' })).toThrow(EnvironmentError);
    expect(() => readEnvironment({ PORT: 'x', HOST: 'y', GACETA_USERS: 'z' })).toThrow(
      /PORT.*\nHOST.*\nGACETA_USERS/u,
    );
  });
});

test('a server on a loopback address has every loopback origin, the configured one first', () => {
  expect(toOrigins('localhost', 8080)).toEqual([
    'http://localhost:8080',
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
  ]);
  expect(toOrigins('::1', 80)[0]).toBe('http://[::1]');
});

test('the admin may talk to the API of its backend and to nothing else', () => {
  expect(toConnectOrigins(undefined)).toEqual([]);
  expect(
    toConnectOrigins({ name: 'github', repo: 'a/b', branch: 'main', auth_endpoint: 'oauth/authorize' }),
  ).toEqual(['https://api.github.com']);
  expect(
    toConnectOrigins({
      name: 'forgejo',
      repo: 'a/b',
      branch: 'main',
      app_id: 'app',
      api_root: 'https://git.example.org/api/v1',
    }),
  ).toContain('https://git.example.org');
});
