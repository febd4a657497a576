import { expect, test } from 'vitest';
import { parseSettings } from '../../../src/revision/settings.ts';

const origin = 'https://gaceta.example.org';
const site = { siteName: 'Gaceta', timeZone: 'America/Guatemala', accent: '#0b5d7a' };

test('addresses of this very server become absolute', () => {
  const backend = {
    name: 'github',
    repo: 'a/b',
    api_root: '/forge',
    base_url: '/',
    auth_endpoint: 'forge/sign-in',
  };
  expect(parseSettings({ ...site, backend }, origin)).toMatchObject({
    apiRoot: `${origin}/forge`,
    signIn: { baseUrl: origin, authEndpoint: 'forge/sign-in' },
    isLocal: true,
    mergeMethod: 'merge',
  });
});

test('without an API of its own it is GitHub', () => {
  const backend = {
    name: 'github',
    repo: 'a/b',
    base_url: 'https://entrar.example.org',
    squash_merges: true,
  };
  expect(parseSettings({ ...site, backend }, origin)).toMatchObject({
    apiRoot: 'https://api.github.com',
    isLocal: false,
    mergeMethod: 'squash',
  });
});

test('another forge is refused in Spanish', () => {
  expect(() => parseSettings({ ...site, backend: { name: 'gitlab', repo: 'a/b' } }, origin)).toThrow(
    /usa otro servicio/u,
  );
});
