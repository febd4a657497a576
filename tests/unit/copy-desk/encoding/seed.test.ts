import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collections, parseEntry } from '../../../../content-schema/index.ts';
import { repairValues } from '../../../../src/copy-desk/index.ts';
import { toManuscript } from '../../../../src/copy-desk/manuscript.ts';
import { encodingRules } from '../../../../src/copy-desk/rules/encoding/index.ts';
import { site } from '../cases.ts';

const folder = join(import.meta.dirname, '../../../../../shared/dataset/seed');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

describe.skipIf(names.length === 0)('the seed (skipped: no ../shared/dataset)', () => {
  test.each(names)('%s has its accents and emoji again', (name) => {
    const { values } = parseEntry(collections.posts, readFileSync(join(folder, name), 'utf8'), name);
    const repaired = repairValues(collections.posts, values, name, site, encodingRules).values;
    const text = JSON.stringify(repaired);
    expect(text).not.toMatch(/Ã|Â|â€|ðŸ|\uFFFD/u);
    for (const word of [
      'ciudadanía',
      'InnovaciónCívica',
      'Públicas',
      'campañas',
      'alentarán',
      '¡Por',
      '🇬🇹',
      '🌟',
      '📚',
    ]) {
      expect(text).toContain(word);
    }
    const manuscript = toManuscript(collections.posts, repaired, name);
    expect(encodingRules.flatMap((rule) => [...rule.find(manuscript, site)])).toEqual([]);
  });
});
