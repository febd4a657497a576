import astro from 'eslint-plugin-astro';
import a11y from 'eslint-plugin-jsx-a11y-x';
import type { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What each folder may import of ours. One direction of data flow: nothing downstream defines a field, a
 * limit, a label or a file format again. A folder that is not named as a target may not be imported.
 */
const mayImport: Record<string, readonly string[]> = {
  'content-schema': [],
  'src/git': [],
  'src/audit': ['content-schema', 'src/checks'],
  'src/bundle': [],
  'src/oauth': [],
  'src/forge': ['src/git'],
  'src/publish': ['src/git'],
  'src/images': ['src/git'],
  'src/copy-desk': ['content-schema'],
  'src/review': ['content-schema'],
  'src/github': ['content-schema', 'src/review'],
  'src/search': ['content-schema'],
  'src/site': ['content-schema'],
  'src/cards': ['src/images', 'src/site'],
  'src/loader': ['content-schema', 'src/copy-desk', 'src/git'],
  'src/checks': ['content-schema', 'src/copy-desk', 'src/git', 'src/site'],
  'src/import': ['content-schema', 'src/copy-desk', 'src/checks', 'src/git'],
  'src/browser': ['content-schema', 'src/review'],
  'src/admin': ['content-schema', 'src/browser', 'src/bundle', 'src/copy-desk', 'src/review'],
  'src/revision': ['content-schema', 'src/browser', 'src/bundle', 'src/copy-desk', 'src/review'],
  'src/record': ['content-schema', 'src/git', 'src/review'],
  'src/components': ['src/images', 'src/record', 'src/review', 'src/site'],
  'src/render': ['src/components', 'src/site', 'content-schema'],
  'src/layouts': ['src/components', 'src/record', 'src/review', 'src/site', 'src/render', 'src/styles'],
  'src/on-demand': [
    'content-schema',
    'src/bundle',
    'src/cards',
    'src/components',
    'src/layouts',
    'src/render',
    'src/site',
  ],
  'src/changes': [
    'content-schema',
    'src/audit',
    'src/checks',
    'src/copy-desk',
    'src/git',
    'src/github',
    'src/images',
    'src/on-demand',
    'src/review',
  ],
};

const folders = [...Object.keys(mayImport), 'src/server', 'src/pages', 'src/styles', 'tests'];

function importRules(folder: string, allowed: readonly string[]): Linter.Config {
  const forbidden = folders.filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`${folder}/**/*.{ts,tsx,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: forbidden.map((other) => {
            const name = other.replace(/^src\//, '');
            return {
              // Imports of ours are relative: `../git/index.ts`, `../../content-schema/index.ts`.
              regex: `^(\\.\\./)+(src/)?${name}/`,
              message: `${folder} may import ${allowed.join(', ') || 'nothing of ours'}, not ${other} (CONTRIBUTING.md).`,
            };
          }),
        },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.gaceta/', '.vercel/', 'node_modules/', 'test-results/', 'public/'] },
  tseslint.configs.strict,
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-strict'],
  { files: ['**/*.tsx'], ...a11y.configs.strict },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  ...Object.entries(mayImport).map(([folder, allowed]) => importRules(folder, allowed)),
  {
    // Commands print and exit; everything else returns values.
    files: ['src/server/*.ts', 'src/**/cli.ts', 'tests/support/bench*.ts', '*.config.ts', '**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
);
