import { join } from 'node:path';
import { build, type LogLevel, type Plugin } from 'vite';
import { buildOnce } from '../bundle/build-once.ts';

export interface BuildRevisionOptions {
  /** The directory that holds package.json, content-schema and src/revision. */
  readonly projectDir: string;
  /** Where index.html and its hashed assets go; replaced as a whole. */
  readonly outDir: string;
  readonly logLevel?: LogLevel;
}

const inputs = ['src/revision/**/*', 'src/browser/**/*', 'src/review/**/*', 'content-schema/**/*'];

/**
 * Builds the reviewer's page, an index.html and hashed assets to be served at `/revision/`, unless it is there
 * already. Preact stands for React: both speak the same, and it is an eighth as big.
 */
export const buildRevision = ({
  projectDir,
  outDir,
  logLevel = 'warn',
}: BuildRevisionOptions): Promise<{ dir: string; rebuilt: boolean }> =>
  buildOnce({ projectDir, outDir, inputs, bundle: (dir) => bundle(projectDir, dir, logLevel) });

/** Modules of packages that nothing here calls, a fifth of the bundle; left-out.ts has the names that are imported. */
const leftOut: readonly RegExp[] = [
  /\/yaml\/browser\/dist\/stringify\/stringify(?!Comment)\w*\.js$/u,
  /\/yaml\/browser\/dist\/schema\/yaml-1\.1\/(?:binary|omap|pairs|schema|set|timestamp)\.js$/u,
  /\/zod\/v4\/core\/(?:json-schema-generator|json-schema-processors|to-json-schema)\.js$/u,
];

const leaveOut = (file: string): Plugin => ({
  name: 'gaceta:leave-out',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const id = found?.id.replaceAll('\\', '/') ?? '';
    return leftOut.some((pattern) => pattern.test(id)) ? file : found;
  },
});

async function bundle(projectDir: string, outDir: string, logLevel: LogLevel): Promise<void> {
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: join(projectDir, 'src/revision'),
    base: '/revision/',
    mode: 'production',
    logLevel,
    plugins: [leaveOut(join(projectDir, 'src/revision/left-out.ts'))],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      conditions: ['module', 'browser', 'production'],
      alias: [
        { find: /^react(?:-dom)?$/u, replacement: 'preact/compat' },
        { find: 'react-dom/client', replacement: 'preact/compat/client' },
        { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
      ],
    },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        // One file compresses better than ten, and all of it is needed soon.
        output: { codeSplitting: false },
        onLog(level, log, handle) {
          // Names that only what is left out would call.
          if (log.code !== 'IMPORT_IS_UNDEFINED') handle(level, log);
        },
      },
    },
  });
}
