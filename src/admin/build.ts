import { join } from 'node:path';
import { build, type LogLevel, type Plugin } from 'vite';
import { buildOnce } from '../bundle/build-once.ts';
import { applyPatches } from './decap/patches.ts';

export interface BuildAdminOptions {
  /** The directory that holds package.json, content-schema and src/admin. */
  readonly projectDir: string;
  /** Where index.html and its hashed assets go; replaced as a whole. */
  readonly outDir: string;
  readonly logLevel?: LogLevel;
}

/** What the bundle is made of, besides the packages that the lock file pins. */
const inputs = [
  'src/admin/**/*',
  'src/browser/**/*',
  'src/copy-desk/**/*',
  'src/review/**/*',
  'content-schema/**/*',
];

/**
 * EVAL: js-sha256 asks for Node's crypto in this way, when it runs in Node.
 * MODULE_LEVEL_DIRECTIVE: `use client` says nothing in a bundle for browsers.
 */
const harmlessLogs = ['EVAL', 'MODULE_LEVEL_DIRECTIVE'];

/** Builds the admin, an index.html and hashed assets to be served at `/admin/`, unless it is there already. */
export const buildAdmin = ({
  projectDir,
  outDir,
  logLevel = 'warn',
}: BuildAdminOptions): Promise<{ dir: string; rebuilt: boolean }> =>
  buildOnce({ projectDir, outDir, inputs, bundle: (dir) => bundle(projectDir, dir, logLevel) });

/** Imports that lead to a module of ours, relative to src/admin, instead of the one they name. */
const replacements: readonly { readonly source: RegExp; readonly importer: string; readonly file: string }[] =
  [
    // Registers ten backends, every widget and every locale.
    { source: /^\.\/extensions\.js$/u, importer: '/decap-cms-app/', file: 'extensions.ts' },
    // A name that patches.ts gives to Decap.
    { source: /^gaceta:prepare-upload$/u, importer: '/decap-cms-core/', file: 'uploads/prepare-upload.ts' },
    { source: /^gaceta:pull-request$/u, importer: '/decap-cms-core/', file: 'pull-request/index.ts' },
    { source: /^gaceta:preview$/u, importer: '/decap-cms-core/', file: 'preview/index.ts' },
    // Our collections have their own format.
    {
      source: /^\.\/(?:frontmatter|toml|yaml)$/u,
      importer: '/decap-cms-core/dist/esm/formats/',
      file: 'decap/left-out.ts',
    },
    // Clients of GraphQL, for `use_graphql`.
    { source: /^\.\/GraphQLAPI$/u, importer: '/decap-cms-backend-github/', file: 'decap/left-out.ts' },
    {
      source: /^(?:apollo-.*|graphql-tag)$/u,
      importer: '/decap-cms-backend-gitlab/',
      file: 'decap/left-out.ts',
    },
    // How Decap once read HTML that was pasted; nothing calls it.
    {
      source: /^rehype-(?:parse|remark|remove-comments)$/u,
      importer: '/decap-cms-widget-markdown/',
      file: 'decap/left-out.ts',
    },
    // A parser of JavaScript, twice, a twentieth of the bundle.
    {
      source: /^acorn(?:-jsx)?$/u,
      importer: '/micromark-extension-mdxjs/',
      file: 'decap/no-script-parser.ts',
    },
    // For editor components whose preview is a React element; ours is HTML.
    { source: /^react-dom\/server$/u, importer: '/decap-cms-widget-markdown/', file: 'decap/left-out.ts' },
  ];

/** Changes the few lines of packages that patches.ts lists. */
const patchModules: Plugin = {
  name: 'gaceta:patch-modules',
  enforce: 'pre',
  transform(code, id) {
    const patched = applyPatches(id.replaceAll('\\', '/').replace(/\?.*$/u, ''), code);
    return patched === code ? null : { code: patched, map: null };
  },
};

function replaceModules(adminDir: string): Plugin {
  return {
    name: 'gaceta:replace-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      const path = importer?.replaceAll('\\', '/') ?? '';
      const found = replacements.find((item) => item.source.test(source) && path.includes(item.importer));
      if (found !== undefined) return join(adminDir, found.file);
      // Decap has a second, older copy of this package, for a configuration file that we do not have.
      if (source === 'yaml' && path.includes('/decap-cms-core/')) {
        return this.resolve('yaml', join(adminDir, 'boot.ts'), { skipSelf: true });
      }
      return null;
    },
  };
}

async function bundle(projectDir: string, outDir: string, logLevel: LogLevel): Promise<void> {
  const adminDir = join(projectDir, 'src/admin');
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: adminDir,
    base: '/admin/',
    mode: 'production',
    logLevel,
    plugins: [replaceModules(adminDir), patchModules],
    // The same bundle whatever NODE_ENV the caller runs with.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: { conditions: ['module', 'browser', 'production'] },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
      rolldownOptions: {
        onLog(level, log, handle) {
          if (!harmlessLogs.includes(log.code ?? '')) handle(level, log);
        },
      },
    },
  });
}
