import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../../src/admin/settings.ts';

const local = {
  backend: {
    name: 'github',
    repo: 'gaceta/contenido',
    branch: 'main',
    api_root: '/forge',
    base_url: '/',
    auth_endpoint: 'forge/sign-in',
  },
  siteUrl: 'https://gaceta.example.org',
  siteName: 'Gaceta',
  timeZone: 'America/Guatemala',
  accent: '#0b5d7a',
};

describe('the settings of the site', () => {
  test('make addresses of this server absolute, and base_url exactly its origin', () => {
    const { backend } = parseSettings(local, 'http://127.0.0.1:4321');
    expect(backend).toMatchObject({
      api_root: 'http://127.0.0.1:4321/forge',
      base_url: 'http://127.0.0.1:4321',
      auth_endpoint: 'forge/sign-in',
    });
  });

  test('leave the addresses of another server alone', () => {
    const backend = { name: 'github', repo: 'a/b', branch: 'main', base_url: 'https://auth.example.org' };
    expect(parseSettings({ ...local, backend }, 'http://127.0.0.1:4321').backend).toEqual(backend);
  });

  test.each([
    ['an unknown backend', { ...local, backend: { ...local.backend, name: 'gitea' } }],
    ['an unknown time zone', { ...local, timeZone: 'America/Xela' }],
    ['a missing name', { ...local, siteName: undefined }],
    ['no object', 'hola'],
  ])('refuse %s', (_, data) => {
    expect(() => parseSettings(data, 'http://127.0.0.1:4321')).toThrow();
  });
});
