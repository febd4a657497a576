import type { Call } from '../context.ts';
import { toMergeRules } from '../merge-rules.ts';
import type { MergeRules } from '../merge-rules.ts';
import type { Route } from '../router.ts';

export const ruleRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch
    method: 'GET',
    path: '/repos/:owner/:repo/rules/branches/*branch',
    handle: (call, { branch = '' }) => {
      const rules = branch === 'main' ? describe(toMergeRules(call.desk.options)) : [];
      const source = { ruleset_source_type: 'Repository', ruleset_source: call.urls.fullName, ruleset_id: 1 };
      return call.page(rules, (rule) => ({ ...rule, ...source }));
    },
  },
];

/** What the forge holds main to, as GitHub's rulesets say it. */
function describe({ approvals, checks }: MergeRules): Record<string, unknown>[] {
  return [
    { type: 'deletion' },
    { type: 'non_fast_forward' },
    {
      type: 'pull_request',
      parameters: {
        allowed_merge_methods: ['merge', 'squash'],
        dismiss_stale_reviews_on_push: true,
        require_code_owner_review: false,
        require_last_push_approval: true,
        required_approving_review_count: approvals,
        required_review_thread_resolution: false,
      },
    },
    ...(checks.length === 0
      ? []
      : [
          {
            type: 'required_status_checks',
            parameters: {
              strict_required_status_checks_policy: false,
              required_status_checks: checks.map((context) => ({ context })),
            },
          },
        ]),
  ];
}
