/** What no token can do, or nobody but a person should. */
export const toByHand = (repository: string, serverUrl: string): string[] => [
  `Invite people (${serverUrl}/${repository}/settings/access): editors with the role Write, reviewers with Maintain.`,
  'See that .github/workflows/check.yml is on main: without it «gaceta/check» never reports and nothing can be published.',
  "Review and merge the pull request with .github/CODEOWNERS, if there is one. Until then anybody's approval counts.",
  `Look at who may bypass the rules (${serverUrl}/${repository}/settings/rules): the list should be empty.`,
  `Let workflows only read by default (${serverUrl}/${repository}/settings/actions): they ask for what they need.`,
  'Register the app for sign-in and set the secrets and variables: OPERATIONS.md says which and what for.',
];
