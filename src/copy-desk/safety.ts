import type { Collection, Finding } from '../../content-schema/index.ts';

/**
 * MDX in an entry file that is more than data: `import`, `export`, expressions, spread attributes, unknown
 * components, addresses that run code. They are errors without a repair, for the build, too.
 */
export function findCode(collection: Collection, source: string, file: string): Finding[] {
  return [];
}
