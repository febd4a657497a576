import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { judgeNone, type Outcome } from '../outcome.ts';
import type { Site } from '../site.ts';

/** Every rule that html-validate recommends. https://html-validate.org/rules/ */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
  }),
);

/** Is the markup of every page valid? */
export async function judgeMarkup({ pages }: Pick<Site, 'pages'>): Promise<Outcome[]> {
  const failures = [];
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html, path);
    for (const { messages } of results) {
      for (const { severity, line, column, ruleId, message } of messages) {
        if (severity < 2) continue;
        failures.push({
          where: path,
          message: `${String(line)}:${String(column)} ${message} (${ruleId})`,
        });
      }
    }
  }
  return [judgeNone('html-validate, recommended', pages.length, failures)];
}
