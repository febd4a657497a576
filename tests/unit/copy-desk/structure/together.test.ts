import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { collections } from '../../../../content-schema/index.ts';
import { applyEdits } from '../../../../src/copy-desk/edit.ts';
import { repairValues } from '../../../../src/copy-desk/index.ts';
import { toManuscript } from '../../../../src/copy-desk/manuscript.ts';
import { rules } from '../../../../src/copy-desk/rules/index.ts';
import { hasDataset, loadLegacyPosts } from '../../../support/legacy-posts.ts';
import { cleanPost, file, site } from '../cases.ts';

const repair = (body: string): unknown =>
  repairValues(collections.posts, { ...cleanPost, body }, file, site).values['body'];

test('a bold heading with a break, above lists and levels, becomes a heading of the right level', () => {
  const body =
    '<!--StartFragment-->\n\n#### **Uno**\n\n** Dos **\\\nTexto.\n\n**Tres **\n\n✅ a\\\n✅ b\n\n  ![Algo](/a.jpg)\n---';
  expect(repair(body)).toBe('## Uno\n\n### Dos\n\nTexto.\n\n### Tres\n\n- a\n- b\n\n![Algo](/a.jpg)');
});

const pieces = [
  '# Uno',
  '### **Dos**',
  '##### Tres ###',
  '##',
  '**Cuatro**',
  '** Cinco **',
  '**Seis**\\\nsigue.',
  '**Siete:**hay más.',
  '<h3>Ocho</h3>',
  '<p><b>Nueve</b></p>',
  'Diez\n===',
  'Once.\n---',
  '  Doce.',
  '• Trece\n• Catorce',
  '- Quince',
  '&nbsp;',
  'Un párrafo.',
];

test('what paste and structure repair does not depend on the order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 7 }),
      fc.infiniteStream(fc.nat()),
      (parts, picks) => {
        const body = parts.join('\n\n');
        let values = { ...cleanPost, body } as Record<string, unknown>;
        for (const pick of picks) {
          const manuscript = toManuscript(collections.posts, values, file);
          const problems = rules
            .flatMap((rule) => [...rule.find(manuscript, site)])
            .filter(({ edits = [] }) => edits.length > 0);
          const problem = problems[pick % Math.max(1, problems.length)];
          if (problem === undefined) break;
          values = applyEdits(values, problem.edits ?? []);
        }
        expect(values['body']).toBe(repair(body));
      },
    ),
    { numRuns: 25 },
  );
});

describe.skipIf(!hasDataset)('the seed (skipped: no ../shared/dataset)', () => {
  test('is clean paragraphs and an image', async () => {
    const [seed] = await loadLegacyPosts('seed');
    const body = String(repair(String(seed?.values['body'])));
    expect(body).not.toMatch(/<!--|^[ \t]|^-+$|^#|\n{3}|[ \t]$/mu);
    expect(body.trimEnd()).toMatch(/\n\n!\[\]\([^()\s]+\)$/u);
  });
});
