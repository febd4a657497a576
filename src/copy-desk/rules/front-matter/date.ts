import { frontMatter } from '../../messages/front-matter.ts';
import type { Manuscript } from '../../manuscript.ts';
import type { Rule, SiteKnowledge } from '../../rule.ts';
import { getText } from './field-text.ts';

const { dateFuture: future, dateFileName: fileName } = frontMatter;

/** The date of an entry; undefined where it has none that the schema takes. */
function getDate(manuscript: Manuscript): Date | undefined {
  const text = getText(manuscript, 'date') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/u.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** An entry that waits for its date. */
export const dateInFuture: Rule = {
  id: 'date-in-future',
  *find(manuscript, { now, timeZone }) {
    const date = getDate(manuscript);
    if (date === undefined || date <= now) return;
    const format = new Intl.DateTimeFormat('es-GT', {
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone,
    });
    const message = future.message(format.format(date).replace(/\s/gu, ' '));
    yield { severity: 'info', path: ['date'], message, hint: future.hint };
  },
};

/** Making one costs more than everything else here. */
const dayFormats = new WeakMap<SiteKnowledge, Intl.DateTimeFormat>();

/** A moment as a day in the site's time zone: 2026-03-04. */
function toDay(date: Date, site: SiteKnowledge): string {
  let format = dayFormats.get(site);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: site.timeZone });
    dayFormats.set(site, format);
  }
  return format.format(date);
}

/** An entry whose file name has another day than its date has in the site's time zone. */
export const dateInFileName: Rule = {
  id: 'date-in-file-name',
  *find(manuscript, site) {
    const inName = /(?:^|\/)(?<day>\d{4}-\d{2}-\d{2})-[^/]*$/u.exec(manuscript.file)?.groups?.['day'];
    const date = getDate(manuscript);
    if (inName === undefined || date === undefined) return;
    const day = toDay(date, site);
    if (day === inName) return;
    yield {
      severity: 'warning',
      path: ['date'],
      message: fileName.message(inName, day),
      hint: fileName.hint,
    };
  },
};
