import { z } from 'zod';
import { kindLabels, type KindLabel } from '../../review/index.ts';
import type { Part } from './step.ts';

/** Decap's steps of the workflow, with the newsroom's prefix. */
const stepLabels: readonly KindLabel[] = [
  { name: 'gaceta/draft', color: 'eaecf0', description: 'Borrador: todavía se escribe.' },
  { name: 'gaceta/pending_review', color: 'fec84b', description: 'En revisión: espera a una revisora.' },
  {
    name: 'gaceta/pending_publish',
    color: '32d583',
    description: 'Listo: se publica a mano o en su fecha.',
  },
];

const labelSchema = z.object({ name: z.string(), color: z.string(), description: z.string().nullable() });

export const labels: Part = {
  title: 'Labels',
  needs: 'Issues: read and write',
  async plan(github) {
    const present = await github.list('/labels?per_page=100', z.array(labelSchema));
    return [...stepLabels, ...Object.values(kindLabels)].flatMap((label) => {
      const { name, color, description } = label;
      const known = present.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (known === undefined) {
        const apply = async (): Promise<void> => {
          await github.request('POST', '/labels', z.unknown(), label);
        };
        return [{ title: `Create the label «${name}»`, apply }];
      }
      if (known.color.toLowerCase() === color && known.description === description) return [];
      const apply = async (): Promise<void> => {
        const path = `/labels/${encodeURIComponent(known.name)}`;
        await github.request('PATCH', path, z.unknown(), { color, description });
      };
      return [{ title: `Give the label «${name}» its colour and description`, apply }];
    });
  },
};
