import { build } from 'astro';
import { type BuildAnswer, requestSchema } from './build-protocol.ts';

// A process of its own that builds one commit after another: Astro and Vite stay loaded, which is most of
// the time of a small build. It answers each message, and ends when its parent does.

async function answer(message: unknown): Promise<BuildAnswer> {
  const { commit, report } = requestSchema.parse(message);
  process.env['GACETA_REVISION'] = commit;
  process.env['GACETA_REPORT'] = report;
  try {
    await build({ root: process.cwd(), logLevel: 'warn' });
    return { memory: process.memoryUsage().rss };
  } catch (error) {
    return {
      error: error instanceof Error ? error.message : String(error),
      memory: process.memoryUsage().rss,
    };
  }
}

process.on('message', (message) => {
  void answer(message).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));
