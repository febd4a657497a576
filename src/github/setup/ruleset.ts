import { z } from 'zod';
import type { GitHub } from '../client.ts';
import type { Part, SetupOptions } from './step.ts';

const name = 'Gaceta: main';

/** The app of GitHub Actions on github.com: nobody else's status of that name counts. */
const actionsApp = 15_368;

const ruleSchema = z.looseObject({ type: z.string() });
const rulesetSchema = z.looseObject({
  id: z.number(),
  name: z.string(),
  rules: z.array(ruleSchema).optional(),
});
type Ruleset = z.output<typeof rulesetSchema>;

/** The rules of main, as the forge holds to them locally (src/forge/merge-rules.ts). */
function toRuleset({ approvals }: Pick<SetupOptions, 'approvals'>, apiUrl: string) {
  const app = new URL(apiUrl).hostname === 'api.github.com' ? { integration_id: actionsApp } : {};
  return {
    name,
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      {
        type: 'pull_request',
        parameters: {
          allowed_merge_methods: ['merge', 'squash'],
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: approvals > 0,
          require_last_push_approval: approvals > 0,
          required_approving_review_count: approvals,
          required_review_thread_resolution: false,
        },
      },
      {
        type: 'required_status_checks',
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: [{ context: 'gaceta/check', ...app }],
        },
      },
    ],
  };
}

export const ruleset: Part = {
  title: 'Rules of main',
  needs: 'Administration: read and write',
  async plan(github, options) {
    const wanted = toRuleset(options, github.apiUrl);
    const present = await findRuleset(github);
    if (present === undefined) {
      const apply = async (): Promise<void> => {
        await github.request('POST', '/rulesets', z.unknown(), wanted);
      };
      return [{ title: `Create the ruleset «${name}» (${describe(options)})`, apply }];
    }
    if (holds(wanted, present)) return [];
    const apply = async (): Promise<void> => {
      // Rules that somebody added stay, and so does who may bypass them.
      const others =
        present.rules?.filter(({ type }) => !wanted.rules.some((rule) => rule.type === type)) ?? [];
      const body = { ...wanted, rules: [...wanted.rules, ...others] };
      await github.request('PUT', `/rulesets/${String(present.id)}`, z.unknown(), body);
    };
    return [{ title: `Put the ruleset «${name}» right (${describe(options)})`, apply }];
  },
};

const describe = ({ approvals }: SetupOptions): string =>
  `pull request, ${approvals === 1 ? "1 approval that is not the author's" : 'no approval'}, gaceta/check, no force push, no deletion`;

async function findRuleset(github: GitHub): Promise<Ruleset | undefined> {
  const all = await github.list('/rulesets?includes_parents=false&per_page=100', z.array(rulesetSchema));
  const found = all.find((one) => one.name === name);
  return found && github.request('GET', `/rulesets/${String(found.id)}`, rulesetSchema);
}

/** Is everything that is wanted there? GitHub adds members of its own, people add rules. */
function holds(wanted: unknown, present: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(present) &&
      wanted.every((one: unknown) => present.some((other: unknown) => holds(one, other)))
    );
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === present;
  if (typeof present !== 'object' || present === null) return false;
  const members = new Map<string, unknown>(Object.entries(present));
  return Object.entries(wanted).every(([key, value]) => holds(value, members.get(key)));
}
