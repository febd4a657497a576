/** Where the browser app of `/admin` finds the repository: the forge of this very server. */
export const localBackend = {
  name: 'github',
  repo: 'gaceta/contenido',
  branch: 'main',
  api_root: '/forge',
  base_url: '/',
  auth_endpoint: 'forge/sign-in',
  cms_label_prefix: 'gaceta/',
} as const;
