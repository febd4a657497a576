import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Hundreds of short processes compile the same modules.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('.gaceta/compiled', import.meta.url));

export default defineConfig({
  test: {
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          setupFiles: ['tests/support/property-seed.ts'],
          include: ['tests/unit/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
