import { join } from 'node:path';
import { build, type LogLevel } from 'vite';
import { buildOnce } from '../browser/build-once.ts';

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

async function bundle(projectDir: string, outDir: string, logLevel: LogLevel): Promise<void> {
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: join(projectDir, 'src/revision'),
    base: '/revision/',
    mode: 'production',
    logLevel,
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
    },
  });
}
