import type { GitHub } from './github.ts';
import { Refusal } from './refusal.ts';

/** One rule about who may sign in; meeting one is enough. */
export type Member =
  | { readonly kind: 'org'; readonly org: string }
  | { readonly kind: 'team'; readonly org: string; readonly team: string }
  | { readonly kind: 'repo'; readonly repo: string }
  | { readonly kind: 'user'; readonly login: string };

const forms: readonly [RegExp, (...parts: [string, string]) => Member][] = [
  [/^org:([A-Za-z\d-]{1,39})$/u, (org) => ({ kind: 'org', org })],
  [/^team:([A-Za-z\d-]{1,39})\/([\w.-]{1,100})$/u, (org, team) => ({ kind: 'team', org, team })],
  [
    /^repo:([A-Za-z\d-]{1,39})\/([\w.-]{1,100})$/u,
    (owner, name) => ({ kind: 'repo', repo: `${owner}/${name}` }),
  ],
  [/^user:([A-Za-z\d-]{1,39})$/u, (login) => ({ kind: 'user', login })],
];

/** Reads one rule of GACETA_OAUTH_MEMBERS; undefined when it is none. */
export function parseMember(text: string): Member | undefined {
  for (const [form, toMember] of forms) {
    const [, first, second = ''] = form.exec(text) ?? [];
    if (first !== undefined) return toMember(first, second);
  }
  return undefined;
}

/** Does the rule ask GitHub about organisations? Then the token must be able to (`read:org`). */
export const asksOrganisation = ({ kind }: Member): boolean => kind === 'org' || kind === 'team';

/**
 * Lets in who meets one of the rules; everybody when there is none.
 * @throws Refusal `not-member`, or `organisation` when an organisation does not let this app look.
 */
export async function admit(github: GitHub, token: string, members: readonly Member[]): Promise<void> {
  if (members.length === 0) return;
  const login = await github.loadLogin(token);
  let isHidden = false;
  for (const member of members) {
    const answer = await meets(github, token, login, member);
    if (answer === true) return;
    isHidden ||= answer === 'hidden';
  }
  throw new Refusal(isHidden ? 'organisation' : 'not-member', undefined, { login });
}

async function meets(
  github: GitHub,
  token: string,
  login: string,
  member: Member,
): Promise<boolean | 'hidden'> {
  switch (member.kind) {
    case 'user':
      return member.login.toLowerCase() === login.toLowerCase();
    case 'repo':
      return github.mayPush(token, member.repo, login);
    case 'org':
      return github.isActive(token, `/orgs/${member.org}/memberships/${login}`);
    case 'team':
      return github.isActive(token, `/orgs/${member.org}/teams/${member.team}/memberships/${login}`);
  }
}
