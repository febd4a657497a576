import { expect, test } from 'vitest';
import { collections, type Values } from '../../../content-schema/index.ts';
import { repairValues } from '../../../src/copy-desk/index.ts';
import { toManuscript } from '../../../src/copy-desk/manuscript.ts';
import type { Problem, Rule, SiteKnowledge } from '../../../src/copy-desk/rule.ts';

/** A site of which everything is known and that has nothing. */
export const site: SiteKnowledge = {
  url: 'https://gaceta.example.org',
  timeZone: 'America/Guatemala',
  now: new Date('2026-11-23T12:00:00-06:00'),
};

/** A post without a fault. */
export const cleanPost: Values = {
  title: 'Así se lee un presupuesto',
  image: '/assets/images/posts/presupuesto.jpg',
  imageAlt: 'Dos personas leen una tabla de montos.',
  description: 'Una guía para encontrar el gasto de tu municipio y preguntar por él.',
  autor: 'Ana Lucía Méndez',
  date: '2026-03-04T08:30:00-06:00',
  highlight: false,
  body: 'El gasto se publica cada mes.\n',
};

export const file = 'src/content/posts/2026-03-04-asi-se-lee-un-presupuesto.mdx';

export interface Case {
  readonly name: string;
  /** Values besides those of `cleanPost`. A text stands for `{ body }`. */
  readonly given: string | Values;
  /** Those that the repair of this rule changes. A text stands for `{ body }`. Absent: none is changed. */
  readonly becomes?: string | Values;
  /** What is found, in order: severities. Default: nothing. */
  readonly finds?: readonly Problem['severity'][];
  /** What one message or hint must say. */
  readonly says?: string;
  readonly site?: Partial<SiteKnowledge>;
}

const toValues = (given: string | Values): Values => (typeof given === 'string' ? { body: given } : given);

/** Tests a rule alone with a table of cases: what it finds, what its repair gives, and that repair is idempotent. */
export function testRule(rule: Rule, cases: readonly Case[]): void {
  test.each(cases)(`${rule.id}: $name`, ({ given, becomes, finds = [], says, site: known }) => {
    const values = { ...cleanPost, ...toValues(given) };
    const knowledge = { ...site, ...known };
    const problems = [...rule.find(toManuscript(collections.posts, values, file), knowledge)];
    expect(problems.map(({ severity }) => severity)).toEqual(finds);
    if (says !== undefined) {
      expect(problems.map(({ message, hint }) => `${message} ${hint}`).join('\n')).toContain(says);
    }
    const repaired = repairValues(collections.posts, values, file, knowledge, [rule]).values;
    expect(repaired).toEqual(becomes === undefined ? values : { ...values, ...toValues(becomes) });
    expect(repairValues(collections.posts, repaired, file, knowledge, [rule]).values).toEqual(repaired);
  });
}
