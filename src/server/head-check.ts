import { countFindings } from '../checks/report.ts';
import { check } from '../checks/run.ts';
import { toDescription } from '../changes/description.ts';
import type { HeadCheck } from '../forge/index.ts';

/** `npm run check` of what a pull request changes, as the status that GitHub's workflow would report. */
export const createHeadCheck = (contentRepo: string, cacheDir: string): HeadCheck => ({
  context: 'gaceta/check',
  async run(head) {
    const report = await check({ dir: contentRepo, revision: head, base: 'refs/heads/main', cacheDir });
    const { error: errors, warning: warnings } = countFindings(report);
    const worst = report.findings.find(({ severity }) => severity === 'error');
    if (worst === undefined) {
      return {
        state: 'success',
        description: warnings === 0 ? 'Sin errores.' : `Sin errores; avisos: ${warnings}.`,
      };
    }
    const { file, line } = worst.location;
    const name = file.slice(file.lastIndexOf('/') + 1);
    const description = `Errores: ${errors}. ${worst.message} (${name}, línea ${line})`;
    return { state: 'failure', description: toDescription(description) };
  },
});
