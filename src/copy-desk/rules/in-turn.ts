import type { Manuscript } from '../manuscript.ts';
import type { Problem, Rule, SiteKnowledge } from '../rule.ts';

/** What rules found in a manuscript, so that each looks at it once, however many wait for it. */
const findings = new WeakMap<Manuscript, Map<Rule, readonly Problem[]>>();

function findOnce(rule: Rule, manuscript: Manuscript, site: SiteKnowledge): readonly Problem[] {
  const known = findings.get(manuscript) ?? new Map<Rule, readonly Problem[]>();
  findings.set(manuscript, known);
  const problems = known.get(rule) ?? [...rule.find(manuscript, site)];
  known.set(rule, problems);
  return problems;
}

const isBodyRepair = ({ edits = [] }: Problem): boolean => edits.some(({ path }) => path[0] === 'body');

/**
 * The same rules, of which each repairs the body only when those before it have nothing left to repair there:
 * the result does not depend on the order of repairs, and each sees text that is as clean as it will be.
 * What they find is told all the same.
 */
export function inTurn(before: readonly Rule[], rules: readonly Rule[]): Rule[] {
  return rules.map((rule, index) => {
    const earlier = [...before, ...rules.slice(0, index)];
    const mustWait = (manuscript: Manuscript, site: SiteKnowledge): boolean =>
      earlier.some((other) => findOnce(other, manuscript, site).some(isBodyRepair));
    return {
      ...rule,
      *find(manuscript, site) {
        const problems = findOnce(rule, manuscript, site);
        if (!problems.some(isBodyRepair) || !mustWait(manuscript, site)) yield* problems;
        else {
          for (const { severity, path, start = 0, message, hint } of problems) {
            yield { severity, path, start, message, hint };
          }
        }
      },
    };
  });
}
